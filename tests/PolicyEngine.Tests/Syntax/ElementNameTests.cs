using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Syntax;

/// <summary>The names of elements are those of the decoded text, and each may occur once.</summary>
public class ElementNameTests
{
    [Theory]
    [InlineData("""{"\u0056ersion":"2012-10-17","I\u0064":"i","St\u0061tement":{"\u0045ffect":"Deny","\u0053id":"S","Acti\u006fn":"*","Resourc\u0065":"*","\u0043ondition":{"Bool":{"a:b":"true"}}}}""")]
    [InlineData("""{"Version":"2012-10-17","Id":"i","Statement":{"Effect":"Deny","Sid":"S","Action":"*","Resource":"*","Condition":{"Bool":{"a:b":"true"}}}}""")]
    public void Escapes_in_names_are_decoded(string json)
    {
        PolicyDocument document = TestPolicy.Parse(json, mode: ParseMode.Stored).GetValueOrThrow();
        Statement statement = document.Statements[0];
        Assert.Equal((PolicyVersion.Version2012, "i", "S", Effect.Deny), (document.Version, document.Id, statement.Sid, statement.Effect));
        Assert.Equal(("*", "*", "a:b"), (statement.Action.Patterns[0].Text, statement.Resource!.Patterns[0].Text, statement.Condition!.Clauses[0].Entries[0].Key));
    }

    [Theory]
    [InlineData("""{"Version":"2012-10-17","Version":"2012-10-17","Statement":[]}""", "Version", "")]
    [InlineData("""{"Id":"1","I\u0064":"1","Id":"1","Statement":[]}""", "Id,Id", "")]
    [InlineData("""{"Statement":[],"Statement":[]}""", "Statement", "")]
    [InlineData("""{"x":1,"y":2,"\u0078":3,"x":4,"Statement":[]}""", "x,x", "")]
    [InlineData("""{"Statement":{"Effect":"Deny","Effect":"Deny","\u0045ffect":"Deny"}}""", "Effect,Effect", "Statement")]
    [InlineData("""{"Statement":[{"Action":"*","NotAction":"*","Action":"*","a":1,"a":1}]}""", "Action,a", "Statement[0]")]
    [InlineData("""{"Statement":[{"Condition":{"Bool":{},"Bool":{}}}]}""", "Bool", "Statement[0].Condition")]
    [InlineData("""{"Statement":[{"Condition":{"Bool":{"a:b":[],"c:d":[],"a:b":[]}}}]}""", "a:b", "Statement[0].Condition.Bool")]
    public void Duplicates_are_reported_each_time(string json, string names, string path)
    {
        Diagnostic[] found = [.. TestPolicy.Parse(json).Diagnostics.Where(static d => d.Id == "PE1013")];
        Assert.Equal(names, string.Join(',', found.Select(static d => d.Message.Split('\'')[1])));
        Assert.All(found, d => Assert.Equal(path, d.Path));
    }

    /// <summary>A name with half of a surrogate pair is reported once, and is no element.</summary>
    [Fact]
    public void Lone_surrogates_make_other_names()
    {
        ParseResult<PolicyDocument> result = TestPolicy.Parse("""{"Statement":{"Effect":"Deny","Si\ud800d":"x","Action":"*","Resource":"*"}}""");
        Assert.Single(result.Diagnostics, static d => d.Id == "PE1010");
        Assert.Single(result.Diagnostics, static d => d.Id == "PE2001");
    }

    /// <summary>A comment lets the framework's reader read over a missing value: the brace behind it still closes the object.</summary>
    [Theory]
    [InlineData("""{"Version":/**/}""", "PE2004,PE2002")]
    [InlineData("""{"x":/**/}""", "PE2001,PE2002")]
    [InlineData("""{"Statement":{"Effect":/**/},"Version":1}""", "PE2004,PE2004")]
    public void A_missing_value_ends_with_its_object(string json, string ids)
    {
        ParseResult<PolicyDocument> result = PolicyParser.Parse(PolicyText.FromString(json), new PolicyParserOptions { TolerantText = true });
        Assert.All(ids.Split(','), id => Assert.Contains(result.Diagnostics, d => d.Id == id));
        Assert.False(result.Success);
    }
}

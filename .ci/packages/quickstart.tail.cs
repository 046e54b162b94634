Console.WriteLine($"{decision.Decision}, certain {decision.IsCertain}, {why.Statements.Length} statements explained");

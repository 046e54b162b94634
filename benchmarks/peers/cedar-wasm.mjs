// Each statement becomes one Cedar policy over strings in the context. Cedar has no `?` and no variables in patterns: `?` becomes `*`, and the
// user's name within the resource is put back to the variable before the decision.
import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';

const list = (value) => (Array.isArray(value) ? value : [value]);
const quote = (text) => JSON.stringify(text);
const pattern = (text) => quote(text.replaceAll('?', '*'));
const any = (parts) => (parts.length === 0 ? 'false' : `(${parts.join(' || ')})`);
const key = (name) => `context[${quote(name)}]`;
const has = (name) => `context has ${quote(name)}`;
const variable = (text) => /^\$\{([^}]+)\}$/.exec(text)?.[1];
const attribute = (text) => (text.includes('${') ? 'context.personal' : 'context.resource');

const equals = (name, values) => any(values.map((value) => (variable(value) ? `(${has(variable(value))} && ${key(name)} == ${key(variable(value))})` : `${key(name)} == ${quote(value)}`)));
const like = (name, values) => any(values.map((value) => `${key(name)} like ${pattern(value)}`));

const operators = {
  StringEquals: (name, values) => `(${has(name)} && ${equals(name, values)})`,
  StringNotEquals: (name, values) => `!(${has(name)} && ${equals(name, values)})`,
  StringLike: (name, values) => `(${has(name)} && ${like(name, values)})`,
  StringLikeIfExists: (name, values) => `(!(${has(name)}) || ${like(name, values)})`,
  'ForAllValues:StringEquals': (name, values) => `(!(${has(name)}) || [${values.map(quote)}].containsAll(${key(name)}))`,
  Bool: (name, values) => `(${has(name)} && ${equals(name, values)})`,
  NumericLessThan: (name, values) => `(${has(name)} && ${any(values.map((value) => `${key(name)} < ${value}`))})`,
  Null: (name, [value]) => (value === 'true' ? `!(${has(name)})` : has(name)),
};

function matches(statement, negatedName, name, test) {
  const negated = statement[negatedName] !== undefined;
  const tests = any(list(statement[negated ? negatedName : name]).map(test));
  return negated ? `!${tests}` : tests;
}

function principals(principal) {
  if (principal === undefined || principal === '*') return [];
  return [any(list(principal.AWS).map((value) => `context.account == ${quote(value)}`))];
}

function translate(statement) {
  const conditions = Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([name, values]) => operators[operator](name, list(values))));
  const tests = [
    ...principals(statement.Principal),
    matches(statement, 'NotAction', 'Action', (text) => `context.action like ${pattern(text.toLowerCase())}`),
    matches(statement, 'NotResource', 'Resource', (text) => `${attribute(text)} like ${pattern(text)}`),
    ...conditions,
  ];
  return `${statement.Effect === 'Deny' ? 'forbid' : 'permit'}(principal, action, resource) when { ${tests.join(' && ')} };`;
}

export function cedarWasm(workload) {
  if (workload.policies.length !== 1) throw new Error('several kinds of policies');
  const policies = Object.fromEntries(list(workload.policies[0].document.Statement).map((statement, i) => [`s${i}`, translate(statement)]));
  const parsed = preparsePolicySet(workload.name, { staticPolicies: policies });
  if (parsed.type !== 'success') throw new Error(parsed.errors[0].message);

  return (request) => {
    const { resource } = request;
    const name = request.context['aws:username'];
    const answer = statefulIsAuthorized({
      principal: { type: 'User', id: request.principal },
      action: { type: 'Action', id: 'ask' },
      resource: { type: 'Resource', id: 'r' },
      context: {
        ...request.context,
        ...(request.context['aws:MultiFactorAuthAge'] && { 'aws:MultiFactorAuthAge': Number(request.context['aws:MultiFactorAuthAge']) }),
        account: request.principal.split(':')[4],
        action: request.action.toLowerCase(),
        resource,
        personal: name ? resource.replace(`/${name}/`, '/${aws:username}/') : resource,
      },
      preparsedPolicySetId: workload.name,
      entities: [],
    });
    if (answer.type !== 'success') throw new Error(answer.errors[0].message);
    return answer.response.decision === 'allow';
  };
}

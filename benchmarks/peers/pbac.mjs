// pbac knows no principals, and takes lists only and condition keys as nested objects.
import { createRequire } from 'node:module';

const list = (value) => (Array.isArray(value) ? value : [value]);
const elements = ['Action', 'NotAction', 'Resource', 'NotResource'];
const PBAC = createRequire(import.meta.url)('pbac');

function normalize(document) {
  const statements = list(document.Statement).map((statement) =>
    Object.fromEntries(Object.entries(statement).map(([name, value]) => [name, elements.includes(name) ? list(value) : value])));
  return { ...document, Statement: statements };
}

export function pbac(workload) {
  if (workload.policies.length !== 1) throw new Error('several kinds of policies');
  const engine = new PBAC(workload.policies.map((policy) => normalize(policy.document)), { validateSchema: false, validatePolicies: false });
  return (request) => {
    const context = {};
    for (const [key, value] of Object.entries(request.context)) {
      const colon = key.indexOf(':');
      (context[key.slice(0, colon)] ??= {})[key.slice(colon + 1)] = value;
    }
    return engine.evaluate({ action: request.action, resource: request.resource, context });
  };
}

// iam-simulate's own engine with policies loaded once: its public functions load and check all policies for each request.
import { loadPolicy } from '@cloud-copilot/iam-policy';

const root = new URL('./node_modules/@cloud-copilot/iam-simulate/dist/esm/', import.meta.url);
const { authorize } = await import(new URL('core_engine/CoreSimulatorEngine.js', root));
const { AwsRequestImpl } = await import(new URL('request/request.js', root));
const { DiscoveryContextKeyConstraints } = await import(new URL('context_keys/discoveryContextKeyConstraints.js', root));
const { RequestContextImpl } = await import(new URL('requestContext.js', root));

const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };

export function iamSimulate(workload) {
  const load = (kind) => workload.policies.filter((policy) => policy.kind === kind).map((policy, i) => loadPolicy(policy.document, { name: `${kind}-${i}` }));
  const allowAll = [loadPolicy(everything, { name: 'everything' })];
  const identity = load('identity');
  const [resource] = load('resource');
  const endpoint = load('vpcEndpoint');
  const simulationParameters = { simulationMode: 'Strict', discoveryContextKeyConstraints: new DiscoveryContextKeyConstraints() };

  // It decides by all policies. A lone resource policy is asked as that of another account, whose callers may do everything, so that it alone decides.
  const account = resource ? '000000000000' : undefined;

  return (request) => {
    const result = authorize({
      request: new AwsRequestImpl(
        request.principal, { resource: request.resource, accountId: account ?? request.resourceAccount }, request.action, new RequestContextImpl(request.context)),
      identityPolicies: identity.length > 0 ? identity : allowAll,
      resourcePolicy: resource,
      vpcEndpointPolicies: endpoint.length > 0 ? endpoint : undefined,
      sessionPolicy: undefined,
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      permissionBoundaries: undefined,
      simulationParameters,
    });
    return result.result === 'Allowed';
  };
}

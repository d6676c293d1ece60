namespace Bff.Standalone;

/// <summary>What a newcomer reads first.</summary>
internal static class Welcome
{
    public static void Print(StandaloneHost standalone, TextWriter output) => output.WriteLine($$"""

        GraphQL        {{standalone.GatewayAddress}}graphql
        sandbox (v6)   {{standalone.SandboxAddress}}   admin {{standalone.SandboxAdminAddress}}
        silo           {{standalone.SiloAddress}}health/ready
        tenants        salon-hk (salon.example), yoga-berlin (yoga.example), shop-10k (shop.example), load-00001 … load-10000

        Try:
          curl -s {{standalone.GatewayAddress}}graphql -H 'Content-Type: application/json' -H 'X-Company-Id: salon-hk' \
            -d '{"query":"{ services(first: 2) { nodes { id name price { amount currency } } pageInfo { hasNextPage } totalCount } }"}'

        Ctrl-C stops.
        """);
}

using Bff.Gateway.Graph;
using Bff.Tests.Auth;
using Bff.Tests.Graph;

namespace Bff.Tests.Edge;

/// <summary>Who may ask for the product's schema, and for how much of it at once.</summary>
public sealed class IntrospectionTests
{
    // What graphql-js and the pages for developers made with it send.
    private const string Standard = """
        query IntrospectionQuery {
          __schema {
            queryType { name kind }
            mutationType { name kind }
            subscriptionType { name kind }
            types { ...FullType }
            directives { name description locations args { ...InputValue } }
          }
        }
        fragment FullType on __Type {
          kind name description
          fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
        fragment TypeRef on __Type {
          kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType {
          kind name ofType { kind name } } } } } } } } }
        }
        """;

    [Fact]
    public async Task The_whole_schema_can_be_asked_for_as_every_tool_does_it()
    {
        await using var gateway = await StartAsync("On");
        gateway.Client.DefaultRequestHeaders.Add("GraphQL-Cost", "report");

        var reply = await gateway.QueryAsync(Standard);

        var types = reply.Data("__schema").GetProperty("types").GetArrayLength();
        var cost = reply.GetProperty("extensions").GetProperty("cost").GetProperty("requested").GetInt32();
        TestContext.Current.TestOutputHelper!.WriteLine($"{types} types, cost {cost}, {reply.GetRawText().Length} characters");
        types.ShouldBeGreaterThan(100);
        cost.ShouldBeInRange(1, 4_000, "there is room for the schema to grow");
    }

    [Theory]
    [InlineData("{ __type(name: \"Error\") { possibleTypes { interfaces { possibleTypes { interfaces { possibleTypes { interfaces { possibleTypes { interfaces { name } } } } } } } } } }")]
    [InlineData("query($n: String!) { __type(name: $n) { possibleTypes { interfaces { possibleTypes { interfaces { possibleTypes { interfaces { possibleTypes { interfaces { name } } } } } } } } } }")]
    [InlineData("{ services(first: 1) { totalCount } __schema { types { possibleTypes { interfaces { possibleTypes { interfaces { possibleTypes { interfaces { possibleTypes { interfaces { name } } } } } } } } } } }")]
    public async Task What_multiplies_is_too_dear(string query)
    {
        await using var gateway = await StartAsync("On");

        var reply = await gateway.QueryAsync(query, new { n = "Error" });

        reply.Code().ShouldBe("COST_EXCEEDED");
        reply.TryGetProperty("data", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Off", null, false)]
    [InlineData("Off", Operator.Key, false)]
    [InlineData("Operators", null, false)]
    [InlineData("Operators", "another key of the tests, too", false)]
    [InlineData("Operators", Operator.Key, true)]
    [InlineData(null, Operator.Key, true)]
    [InlineData("On", null, true)]
    public async Task In_production_it_is_for_operators_unless_something_else_is_set(string? setting, string? key, bool told)
    {
        await using var gateway = await StartAsync(setting);
        if (key is not null)
        {
            gateway.Client.DefaultRequestHeaders.Add("Authorization", Operator.Authorization(key));
        }

        (await gateway.QueryAsync("{ __schema { queryType { name } } }")).TryGetProperty("data", out _).ShouldBe(told);
    }

    [Fact]
    public async Task An_operator_is_no_customer()
    {
        await using var gateway = await StartAsync(null);
        gateway.Client.DefaultRequestHeaders.Add("Authorization", Operator.Authorization(Operator.Key));

        (await gateway.QueryAsync("{ session { id } }")).Data("session").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    private static Task<TestGateway> StartAsync(string? introspection) => TestGateway.StartAsync(ProductSchema.Compose, builder =>
    {
        builder.Configuration["Operator:Key"] = Operator.Key;
        builder.Configuration["Gateway:Edge:Introspection"] = introspection;
    });
}

using Bff.Gateway.Graph;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Bff.Tests.Graph;

public sealed class SchemaTextTests
{
    [Fact]
    public async Task The_text_does_not_depend_on_the_order_of_registration()
    {
        await using var forwards = await TestGateway.StartAsync(roots => Add(roots, "a", "b"));
        await using var backwards = await TestGateway.StartAsync(roots => Add(roots, "b", "a"));

        Print(forwards).ShouldBe(Print(backwards));
    }

    [Fact]
    public async Task The_text_is_served()
    {
        await using var gateway = await TestGateway.StartAsync(roots => Add(roots, "a"));

        var served = await gateway.Client.GetStringAsync("/schema.graphql");

        served.ShouldBe(Print(gateway));
        served.ShouldContain("type Query");
        served.ShouldEndWith("}\n");
    }

    private static string Print(TestGateway gateway) => SchemaText.Print(gateway.Services.GetRequiredService<ISchema>());

    private static void Add(SchemaRoots roots, params string[] fields)
    {
        foreach (var field in fields)
        {
            roots.Query.Field<StringGraphType>(field).Description("A field.").Resolve(_ => field);
        }
    }
}

using Bff.Gateway;
using Bff.Gateway.Graph;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bff.Tests.House;

/// <summary>The schema is the product's public API: every change of it is a diff that somebody has looked at.</summary>
public sealed class SchemaTests
{
    private static readonly ISchema Schema = Build();

    [Fact]
    public void The_schema_is_the_one_written_down() => Approved.ShouldMatch(SchemaText.Print(Schema), "schema.graphql");

    [Fact]
    public void Every_type_field_and_argument_says_what_it_is()
    {
        var silent = OwnTypes().Where(type => string.IsNullOrWhiteSpace(type.Description)).Select(type => type.Name)
            .Concat(OwnTypes().OfType<IComplexGraphType>().SelectMany(SilentFields));

        silent.ShouldBeEmpty();
    }

    [Fact]
    public void A_field_that_asks_v6_says_which_operation() =>
        OwnTypes().OfType<IObjectGraphType>()
            .SelectMany(type => type.Fields.Where(field => FieldFacts.Read(field).Fetches).Select(field => (type.Name, Field: field)))
            .Where(row => !row.Field.Description!.Contains("Source: ", StringComparison.Ordinal))
            .Select(row => $"{row.Name}.{row.Field.Name}")
            .ShouldBeEmpty();

    [Fact]
    public void Every_operation_of_the_v6_contract_has_a_field_that_names_it()
    {
        var contract = File.ReadLines(Path.Combine(Repository.Root, "docs/v6/connect-v6.openapi.yaml"))
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("operationId: ", StringComparison.Ordinal))
            .Select(line => line["operationId: ".Length..].Trim())
            .ToList();
        var named = OwnTypes().OfType<IObjectGraphType>().SelectMany(type => type.Fields).SelectMany(field => SourcesOf(field.Description)).ToHashSet();

        contract.Count.ShouldBe(51);
        contract.Except(named).ShouldBeEmpty();
        named.Except(contract).ShouldBeEmpty();
    }

    [Fact]
    public void A_field_whose_answer_may_be_shared_says_what_it_is_made_of() =>
        OwnTypes().OfType<IObjectGraphType>()
            .SelectMany(type => type.Fields.Select(field => (Name: $"{type.Name}.{field.Name}", Facts: FieldFacts.Read(field))))
            .Where(row => row.Facts is { Fetches: true, Areas.Count: 0, Sharing.Scope: not SharingScope.Private })
            .Select(row => row.Name)
            .ShouldBeEmpty();

    // "Source: v6 listServices, getService."
    private static IEnumerable<string> SourcesOf(string? description) =>
        description?.Split("Source: v6 ") is [_, .. var sources]
            ? sources.SelectMany(source => source.Split('.')[0].Split(',', StringSplitOptions.TrimEntries)).Select(name => name.Split(' ')[0])
            : [];

    private static IEnumerable<string> SilentFields(IComplexGraphType type) =>
        type.Fields.Where(field => string.IsNullOrWhiteSpace(field.Description)).Select(field => $"{type.Name}.{field.Name}")
            .Concat(type.Fields.SelectMany(field => (field.Arguments ?? []).Where(argument => string.IsNullOrWhiteSpace(argument.Description)).Select(argument => $"{type.Name}.{field.Name}({argument.Name})")));

    private static IEnumerable<IGraphType> OwnTypes() => Schema.AllTypes.Where(type => type is not (StringGraphType or BooleanGraphType or IdGraphType or IntGraphType or FloatGraphType) && !type.Name.StartsWith("__", StringComparison.Ordinal));

    private static ISchema Build()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddGateway();
        var schema = builder.Build().Services.GetRequiredService<ISchema>();
        schema.Initialize();
        return schema;
    }
}

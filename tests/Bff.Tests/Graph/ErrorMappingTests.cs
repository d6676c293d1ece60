using System.Reflection;
using Bff.Contracts.Answers;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Errors;
using Bff.Tests.House;
using GraphQL.Types;

namespace Bff.Tests.Graph;

public sealed class ErrorMappingTests : IAsyncLifetime
{
    private TestGateway gateway = null!;

    public async ValueTask InitializeAsync() => gateway = await TestGateway.StartAsync(roots =>
    {
        roots.Query.Field<StringGraphType>("defect").Description("Throws.").Resolve(_ => throw new InvalidOperationException("secret host 10.0.0.7"));
        roots.Query.Field<StringGraphType>("lost").Description("Throws.").Resolve(_ => throw new TimeoutException("grain sys.svc.user on 10.0.0.7"));
        roots.Query.Field<StringGraphType, string>("failed").Description("Fails.").Answers(_ =>
            ValueTask.FromResult(Answer<string>.Failed(new Failure(ErrorCodes.UpstreamTimeout, Retryable: true))));
        roots.Query.Field<StringGraphType, string>("absent").Description("Absent.").Answers(_ =>
            ValueTask.FromResult(new Answer<string>(null, null, default, default, 1, false)));
        roots.Query.Field<NonNullGraphType<StringGraphType>>("id").Description("Reads an id.")
            .Argument<NonNullGraphType<IdGraphType>>("id").Resolve(context => context.GetId("id").Value);
    });

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Theory]
    [InlineData("defect", "INTERNAL_ERROR", false)]
    [InlineData("lost", "CLUSTER_UNAVAILABLE", true)]
    [InlineData("failed", "UPSTREAM_TIMEOUT", true)]
    public async Task What_went_wrong_is_told_by_code_and_fixed_message(string field, string code, bool retryable)
    {
        var reply = await gateway.QueryAsync($"{{ {field} }}");

        reply.Code().ShouldBe(code);
        reply.Message().ShouldBe(ErrorMessages.For(code));
        reply.Error().GetProperty("extensions").GetProperty("retryable").GetBoolean().ShouldBe(retryable);
        reply.ToString().ShouldNotContain("10.0.0.7");
    }

    [Fact]
    public async Task A_defect_can_be_found_by_its_trace_id() =>
        (await gateway.QueryAsync("{ defect }")).Error().GetProperty("extensions").GetProperty("traceId").GetString().ShouldNotBeNullOrEmpty();

    [Fact]
    public async Task What_does_not_exist_is_null_without_an_error() =>
        (await gateway.QueryAsync("{ absent }")).Data("absent").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);

    [Theory]
    [InlineData("../x")]
    [InlineData("a%2fb")]
    [InlineData("a\\r\\nb")]
    [InlineData("a@host")]
    public async Task An_id_that_means_something_elsewhere_is_bad_input(string id) =>
        (await gateway.QueryAsync($"{{ id(id: \"{id}\") }}")).Code().ShouldBe("BAD_USER_INPUT");

    [Theory]
    [InlineData("{ nope }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ absent", "GRAPHQL_PARSE_FAILED")]
    [InlineData("query A { absent } query B { absent }", "OPERATION_NOT_FOUND")]
    public async Task A_document_that_cannot_be_run_says_why_by_code(string query, string code) =>
        (await gateway.QueryAsync(query)).Code().ShouldBe(code);

    [Fact]
    public void Every_code_has_a_message_and_a_place_in_the_docs()
    {
        var codes = typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!).ToArray();
        var documented = File.ReadLines(Path.Combine(Repository.Root, "docs", "errors.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1])
            .ToArray();

        ErrorMessages.Codes.ShouldBe(codes, ignoreOrder: true);
        documented.ShouldBe(codes, ignoreOrder: true);
    }
}

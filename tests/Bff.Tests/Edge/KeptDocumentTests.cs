using Bff.Gateway.Graph;
using Bff.Tests.Graph;
using Microsoft.Extensions.DependencyInjection;

namespace Bff.Tests.Edge;

/// <summary>Which documents are kept ready, and how many of them.</summary>
public sealed class KeptDocumentTests
{
    private readonly SampleSchema schema = new();

    [Fact]
    public async Task A_document_is_kept_when_an_operation_of_it_was_run()
    {
        await using var gateway = await TestGateway.StartAsync(schema.Compose);

        (await IsKeptAsync(gateway, "{ open }")).ShouldBeFalse();
        await gateway.QueryAsync("{ open }");
        (await IsKeptAsync(gateway, "{ open }")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("{ nodes(first: 100000) { id } }", "COST_EXCEEDED")]
    [InlineData("{ __schema { queryType { name } } }", "INTROSPECTION_DISABLED")]
    [InlineData("query A { open } query B { brief }", "OPERATION_NOT_FOUND")]
    [InlineData("query($n: Int!) { nodes(first: $n) { id } }", "BAD_USER_INPUT")]
    public async Task A_document_whose_operation_was_refused_is_not_kept(string query, string code)
    {
        await using var gateway = await TestGateway.StartAsync(schema.Compose);

        (await gateway.QueryAsync(query)).Code().ShouldBe(code);
        (await IsKeptAsync(gateway, query)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_document_that_is_asked_without_a_tenant_is_not_kept()
    {
        await using var gateway = await TestGateway.StartAsync(schema.Compose);

        (await gateway.QueryAsync("{ open }", tenant: "no tenant")).Code().ShouldBe("TENANT_REQUIRED");
        (await IsKeptAsync(gateway, "{ open }")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_short_document_counts_for_all_the_fields_that_its_fragments_make()
    {
        await using var gateway = await TestGateway.StartAsync(schema.Compose);
        const string plain = "{ nodes(first: 1) { id } }";

        (await BytesAsync(gateway, Doubling(8))).ShouldBeGreaterThan(500_000);
        (await BytesAsync(gateway, plain)).ShouldBeLessThan(10_000);
    }

    [Fact]
    public async Task A_document_counts_for_each_way_in_which_its_conditions_may_cut_it()
    {
        await using var gateway = await TestGateway.StartAsync(schema.Compose);

        var none = await BytesAsync(gateway, Conditions(0));
        var one = await BytesAsync(gateway, Conditions(1));
        var many = await BytesAsync(gateway, Conditions(10));

        one.ShouldBeGreaterThan(2 * none);
        many.ShouldBeGreaterThan(20 * none);
    }

    [Fact]
    public async Task A_flood_of_documents_takes_no_more_than_what_was_set()
    {
        await using var gateway = await TestGateway.StartAsync(schema.Compose, builder => builder.Configuration["Gateway:Limits:DocumentCacheBytes"] = "4000000");
        for (var i = 0; i < 40; i++)
        {
            (await gateway.QueryAsync(Doubling(6) + $"# {i}")).TryGetProperty("errors", out _).ShouldBeFalse();
        }

        var kept = 0;
        for (var i = 0; i < 40; i++)
        {
            kept += await IsKeptAsync(gateway, Doubling(6) + $"# {i}") ? 1 : 0;
        }

        (kept * (long)await BytesAsync(gateway, Doubling(6) + "# new")).ShouldBeInRange(1, 4_000_000);
    }

    [Fact]
    public async Task What_fragments_say_at_length_is_read_once()
    {
        await using var gateway = await TestGateway.StartAsync(schema.Compose);
        var query = "{ nodes(first: 1) { ...f0 } } "
            + string.Concat(Enumerable.Range(0, 7).Select(i => $"fragment f{i} on Node {{ a: children(first: 1) {{ ...f{i + 1} }} b: children(first: 1) {{ ...f{i + 1} }} }} "))
            + "fragment f7 on Node { name(prefix: \"" + new string('x', 60_000) + "\") }";
        var engine = gateway.Services.GetRequiredService<GraphEngine>();
        await engine.PrepareAsync(new GraphRequest(query, null, null, null));

        // 128 places, each of which would have 120 KB of its own.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var prepared = engine.PrepareAsync(new GraphRequest(query, null, null, null));
        prepared.IsCompletedSuccessfully.ShouldBeTrue();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4_000_000);
    }

    private static string Doubling(int levels) => "{ nodes(first: 1) { ...f0 } } "
        + string.Concat(Enumerable.Range(0, levels).Select(i => $"fragment f{i} on Node {{ a: children(first: 1) {{ ...f{i + 1} }} b: children(first: 1) {{ ...f{i + 1} }} }} "))
        + $"fragment f{levels} on Node {{ id }}";

    private static string Conditions(int count) => count == 0
        ? "{ nodes(first: 1) { id name number } }"
        : $"query({string.Concat(Enumerable.Range(0, count).Select(i => $"$c{i}: Boolean! "))}) {{ nodes(first: 1) {{ id name number {string.Concat(Enumerable.Range(0, count).Select(i => $"a{i}: id @skip(if: $c{i}) "))}}} }}";

    private static async Task<bool> IsKeptAsync(TestGateway gateway, string query) => (await PrepareAsync(gateway, query)).NewDocument is null;

    private static async Task<int> BytesAsync(TestGateway gateway, string query) => (await PrepareAsync(gateway, query)).NewDocument!.Bytes;

    // What can be prepared without a name and values is; what cannot is looked up all the same.
    private static async Task<PreparedOperation> PrepareAsync(TestGateway gateway, string query)
    {
        var values = new GraphQL.Inputs(new Dictionary<string, object?>(Enumerable.Range(0, 10).Select(i => KeyValuePair.Create($"c{i}", (object?)false))) { ["n"] = 1 });
        return await gateway.Services.GetRequiredService<GraphEngine>().PrepareAsync(new GraphRequest(query, query.Contains("query A") ? "A" : null, values, null));
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bff.Gateway.TrustedDocuments;
using Bff.Tests.Graph;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bff.Tests.Edge;

public sealed class TrustedDocumentTests : IDisposable
{
    private const string Known = "query Known { open }";

    private readonly SampleSchema schema = new();
    private readonly FakeTimeProvider time = new();
    private readonly string manifest = Path.Combine(Path.GetTempPath(), $"manifest-{Guid.NewGuid():n}.json");

    public void Dispose() => File.Delete(manifest);

    [Fact]
    public async Task An_automatic_persisted_query_is_learnt_once_and_then_named()
    {
        await using var gateway = await StartAsync("Off");

        var unknown = await AskAsync(gateway, new { extensions = Persisted(Hash("{ open }")) });
        var taught = await AskAsync(gateway, new { query = "{ open }", extensions = Persisted(Hash("{ open }")) });
        var named = await AskAsync(gateway, new { extensions = Persisted(Hash("{ open }")) });

        unknown.Code().ShouldBe("PERSISTED_QUERY_NOT_FOUND");
        unknown.Message().ShouldBe("PersistedQueryNotFound");
        taught.Data("open").GetString().ShouldBe("open");
        named.Data("open").GetString().ShouldBe("open");
    }

    [Fact]
    public async Task A_query_that_is_not_found_is_never_cacheable()
    {
        await using var gateway = await StartAsync("Off");
        var extensions = Uri.EscapeDataString(JsonSerializer.Serialize(Persisted(Hash("{ open }"))));
        using var response = await gateway.Client.GetAsync("/graphql?extensions=" + extensions);

        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task A_hash_that_is_not_that_of_the_document_is_refused_and_not_remembered()
    {
        await using var gateway = await StartAsync("Off");

        (await AskAsync(gateway, new { query = "{ brief }", extensions = Persisted(Hash("{ open }")) })).Code().ShouldBe("PERSISTED_QUERY_MISMATCH");
        (await AskAsync(gateway, new { extensions = Persisted(Hash("{ open }")) })).Code().ShouldBe("PERSISTED_QUERY_NOT_FOUND");
    }

    [Theory]
    [InlineData("Off", true)]
    [InlineData("LogOnly", true)]
    [InlineData("Enforce", false)]
    public async Task Only_enforcing_keeps_unregistered_documents_out(string mode, bool runs)
    {
        await using var gateway = await StartAsync(mode, new { known = Known });

        (await AskAsync(gateway, new { documentId = "known" })).Data("open").GetString().ShouldBe("open");
        (await AskAsync(gateway, new { query = Known })).Data("open").GetString().ShouldBe("open");
        var other = await AskAsync(gateway, new { query = "{ brief }" });
        (runs ? other.Data("brief").GetString() : other.Code()).ShouldBe(runs ? "brief" : "DOCUMENT_NOT_TRUSTED");
    }

    [Fact]
    public async Task A_tenant_and_a_client_can_have_modes_of_their_own()
    {
        await using var gateway = await StartAsync("Off", new { known = Known }, ("Tenants:yoga-berlin", "Enforce"), ("Clients:kiosk", "Enforce"));

        (await gateway.QueryAsync("{ brief }")).Data("brief").GetString().ShouldBe("brief");
        (await gateway.QueryAsync("{ brief }", tenant: "yoga-berlin")).Code().ShouldBe("DOCUMENT_NOT_TRUSTED");
        gateway.Client.DefaultRequestHeaders.Add("GraphQL-Client-Name", "kiosk");
        (await gateway.QueryAsync("{ brief }")).Code().ShouldBe("DOCUMENT_NOT_TRUSTED");
    }

    [Fact]
    public async Task The_formats_of_relay_codegen_and_apollo_are_read()
    {
        await using var plain = await StartAsync("Enforce", new Dictionary<string, string> { [Hash(Known)] = Known });
        (await AskAsync(plain, new { extensions = Persisted(Hash(Known)) })).Data("open").GetString().ShouldBe("open");

        await using var apollo = await StartAsync("Enforce", new { format = "apollo-persisted-query-manifest", version = 1, operations = new[] { new { id = "a", body = Known } } });
        (await AskAsync(apollo, new { documentId = "a" })).Data("open").GetString().ShouldBe("open");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"known\": 1}")]
    [InlineData("{\"known\": \"{ nope }\"}")]
    [InlineData("{\"known\": \"{ open\"}")]
    public async Task A_bad_manifest_is_refused_and_the_old_one_kept(string bad)
    {
        await using var gateway = await StartAsync("Enforce", new { known = Known });
        await File.WriteAllTextAsync(manifest, bad);

        time.Advance(TimeSpan.FromSeconds(2));
        await Task.Yield();

        (await AskAsync(gateway, new { documentId = "known" })).Data("open").GetString().ShouldBe("open");
    }

    [Fact]
    public async Task A_new_manifest_is_taken_within_two_seconds()
    {
        await using var gateway = await StartAsync("Enforce", new { known = Known });
        var watcher = gateway.Services.GetRequiredService<ManifestWatcher>();
        await File.WriteAllTextAsync(manifest, JsonSerializer.Serialize(new { known = Known, other = "query Other { brief }" }));

        time.Advance(TimeSpan.FromSeconds(2));
        var deadline = Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System);
        while (watcher.Current.Count < 2)
        {
            deadline.IsCompleted.ShouldBeFalse("the new manifest was not taken");
            await Task.Yield();
        }

        (await AskAsync(gateway, new { documentId = "other" })).Data("brief").GetString().ShouldBe("brief");
    }

    private async Task<TestGateway> StartAsync(string mode, object? documents = null, params (string Key, string Value)[] settings)
    {
        if (documents is not null)
        {
            await File.WriteAllTextAsync(manifest, JsonSerializer.Serialize(documents));
        }

        return await TestGateway.StartAsync(schema.Compose, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(time);
            builder.Configuration["Gateway:TrustedDocuments:Mode"] = mode;
            builder.Configuration["Gateway:TrustedDocuments:ManifestPath"] = manifest;
            foreach (var (key, value) in settings)
            {
                builder.Configuration["Gateway:TrustedDocuments:" + key] = value;
            }
        });
    }

    private static async Task<JsonElement> AskAsync(TestGateway gateway, object body)
    {
        using var content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var response = await gateway.Client.PostAsync("/graphql", content);
        return await TestGateway.ReadAsync(response);
    }

    private static object Persisted(string hash) => new { persistedQuery = new { version = 1, sha256Hash = hash } };

    private static string Hash(string query) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)));
}

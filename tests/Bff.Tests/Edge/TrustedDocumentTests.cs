using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bff.Gateway.TrustedDocuments;
using Bff.Tests.Auth;
using Bff.Tests.Graph;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bff.Tests.Edge;

public sealed class TrustedDocumentTests : IDisposable
{
    private const int Refused = 2612;
    private const int Untrusted = 2613;
    private const int Unreadable = 2614;
    private const int NoManifest = 2615;
    private const string Known = "query Known { open }";

    private readonly SampleSchema schema = new();
    private readonly FakeTimeProvider time = new();
    private readonly EventLog log = new();
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
        await SecondsPassUntilAsync(() => log.Has(Refused), "the manifest is refused");

        (await AskAsync(gateway, new { documentId = "known" })).Data("open").GetString().ShouldBe("open");
    }

    [Fact]
    public async Task A_new_manifest_is_taken_within_two_seconds()
    {
        await using var gateway = await StartAsync("Enforce", new { known = Known });
        var watcher = gateway.Services.GetRequiredService<ManifestWatcher>();
        await File.WriteAllTextAsync(manifest, JsonSerializer.Serialize(new { known = Known, other = "query Other { brief }" }));
        time.Advance(TimeSpan.FromSeconds(2));
        await Eventually.BecomesAsync(() => Task.FromResult(watcher.Current.Count == 2), "the new manifest is taken, and no more time passes");

        (await AskAsync(gateway, new { documentId = "other" })).Data("brief").GetString().ShouldBe("brief");
    }

    [Fact]
    public async Task A_manifest_behind_a_link_is_taken_when_the_link_is_turned_to_one_of_the_same_age_and_length()
    {
        var (first, second) = (manifest + ".1", manifest + ".2");
        foreach (var (path, field) in new[] { (first, "opens"), (second, "brief") })
        {
            await File.WriteAllTextAsync(path, JsonSerializer.Serialize(new Dictionary<string, string> { [field] = "query Known { " + field.Replace("opens", "open ") + " }" }));
            File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        }

        new FileInfo(second).Length.ShouldBe(new FileInfo(first).Length);
        File.CreateSymbolicLink(manifest, first);
        await using var gateway = await StartAsync("Enforce");
        var watcher = gateway.Services.GetRequiredService<ManifestWatcher>();
        watcher.Current.Find("opens").ShouldNotBeNull();

        // As Kubernetes does it: a new link is moved over the old one.
        File.CreateSymbolicLink(manifest + ".new", second);
        File.Move(manifest + ".new", manifest, overwrite: true);
        await SecondsPassUntilAsync(() => watcher.Current.Find("brief") is not null, "what the link points to now is taken");

        File.Delete(first);
        File.Delete(second);
    }

    [Fact]
    public async Task A_manifest_that_is_not_there_is_told_once_and_looked_for_until_it_is()
    {
        await using var gateway = await StartAsync("Enforce");
        var watcher = gateway.Services.GetRequiredService<ManifestWatcher>();
        (await AskAsync(gateway, new { query = Known })).Code().ShouldBe("DOCUMENT_NOT_TRUSTED");
        time.Advance(TimeSpan.FromSeconds(5));

        await File.WriteAllTextAsync(manifest, JsonSerializer.Serialize(new { known = Known }));
        await SecondsPassUntilAsync(() => watcher.Current.Count == 1, "it is taken");

        log.Count(Unreadable).ShouldBe(1);
        (await AskAsync(gateway, new { query = Known })).Data("open").GetString().ShouldBe("open");
    }

    [Fact]
    public async Task Where_nothing_may_run_because_no_manifest_is_set_the_log_says_so()
    {
        await using var gateway = await StartAsync("Enforce", settings: ("ManifestPath", null));

        log.Count(NoManifest).ShouldBe(1);
    }

    [Fact]
    public async Task An_unregistered_document_that_is_run_all_the_same_is_logged_by_its_hash_and_nothing_else_of_it()
    {
        await using var gateway = await StartAsync("LogOnly", new { known = Known });

        await AskAsync(gateway, new { query = Known });
        log.Count(Untrusted).ShouldBe(0);
        await AskAsync(gateway, new { query = "{ brief }" });

        log.Count(Untrusted).ShouldBe(1);
        log.Text(Untrusted).ShouldContain(Hash("{ brief }"));
        log.Text(Untrusted).ShouldNotContain("brief");
    }

    [Theory]
    [InlineData("Enforce", null, "Off", false)]
    [InlineData("Enforce", null, "LogOnly", false)]
    [InlineData("Off", "Enforce", "Off", false)]
    [InlineData("LogOnly", null, "Enforce", false)]
    [InlineData("Enforce", "Off", null, true)]
    [InlineData("Enforce", "Off", "Enforce", false)]
    [InlineData("Enforce", "LogOnly", "Off", true)]
    public async Task A_tenant_s_mode_stands_for_the_general_one_and_a_client_s_can_only_be_stricter(string general, string? tenant, string? client, bool runs)
    {
        (string, string?)[] settings = [(tenant is null ? "Unused" : "Tenants:" + TestGateway.Tenant, tenant), (client is null ? "Unused" : "Clients:kiosk", client)];
        await using var gateway = await StartAsync(general, new { known = Known }, settings);
        gateway.Client.DefaultRequestHeaders.Add("GraphQL-Client-Name", "kiosk");

        (await gateway.QueryAsync("{ brief }")).TryGetProperty("data", out _).ShouldBe(runs);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("sha256:", "")]
    [InlineData("", "sha256:")]
    [InlineData("sha256:", "sha256:")]
    public async Task A_registered_document_is_found_by_its_hash_with_and_without_the_prefix(string registered, string asked)
    {
        await using var gateway = await StartAsync("Enforce", new Dictionary<string, string> { [registered + Hash(Known)] = Known });

        using var byGet = await gateway.Client.GetAsync($"/graphql?documentId={Uri.EscapeDataString(asked + Hash(Known))}");

        (await TestGateway.ReadAsync(byGet)).Data("open").GetString().ShouldBe("open");
        (await AskAsync(gateway, new { documentId = asked + Hash(Known) })).Data("open").GetString().ShouldBe("open");
    }

    [Theory]
    [InlineData("{ nope }")]
    [InlineData("{ open")]
    [InlineData("{ nodes(first: 100000) { id } }")]
    public async Task A_document_that_may_not_run_is_not_learnt(string query)
    {
        await using var gateway = await StartAsync("Off");

        var taught = await AskAsync(gateway, new { query, extensions = Persisted(Hash(query)) });
        var named = await AskAsync(gateway, new { extensions = Persisted(Hash(query)) });

        taught.TryGetProperty("errors", out _).ShouldBeTrue();
        named.Code().ShouldBe("PERSISTED_QUERY_NOT_FOUND");
    }

    [Fact]
    public async Task Learnt_documents_are_bounded_with_their_names()
    {
        await using var gateway = await StartAsync("Off", settings: ("AutomaticBytes", "4000"));
        for (var i = 0; i < 50; i++)
        {
            await AskAsync(gateway, new { query = $"{{ a{i}: open }}", extensions = Persisted(Hash($"{{ a{i}: open }}")) });
        }

        (await AskAsync(gateway, new { extensions = Persisted(Hash("{ a0: open }")) })).Code().ShouldBe("PERSISTED_QUERY_NOT_FOUND");
        (await AskAsync(gateway, new { extensions = Persisted(Hash("{ a49: open }")) })).Data("a49").GetString().ShouldBe("open");
    }

    // The watcher looks once a second by the clock of the test, and takes its own time to look.
    private Task<TimeSpan> SecondsPassUntilAsync(Func<bool> state, string description) => Eventually.BecomesAsync(
        () =>
        {
            var isSo = state();
            time.Advance(isSo ? TimeSpan.Zero : TimeSpan.FromSeconds(1));
            return Task.FromResult(isSo);
        },
        description);

    private async Task<TestGateway> StartAsync(string mode, object? documents = null, params (string Key, string? Value)[] settings)
    {
        if (documents is not null)
        {
            await File.WriteAllTextAsync(manifest, JsonSerializer.Serialize(documents));
        }

        return await TestGateway.StartAsync(schema.Compose, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(time);
            builder.Logging.AddProvider(log);
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

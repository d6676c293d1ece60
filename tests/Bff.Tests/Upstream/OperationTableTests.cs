using System.Text.RegularExpressions;
using Bff.Tests.House;
using Bff.Upstream.Operations;
using YamlDotNet.RepresentationModel;

namespace Bff.Tests.Upstream;

/// <summary>The table in code is the contract's, cell by cell.</summary>
public sealed partial class OperationTableTests
{
    private static readonly YamlMappingNode Contract = LoadContract();

    private static readonly Dictionary<string, V6CacheScope> Scopes = new()
    {
        ["never"] = V6CacheScope.Never,
        ["tenant"] = V6CacheScope.Tenant,
        ["tenant+args"] = V6CacheScope.TenantArgs,
        ["customer"] = V6CacheScope.Customer,
        ["tenant / customer"] = V6CacheScope.TenantOrCustomer,
        ["tenant+args / customer"] = V6CacheScope.TenantArgsOrCustomer,
    };

    private static readonly Dictionary<string, V6Group> Groups = new()
    {
        ["Bookings"] = V6Group.Bookings,
        ["Auth"] = V6Group.Auth,
        ["Content & Events"] = V6Group.Content,
        ["Shop"] = V6Group.Shop,
        ["Membership & Gifts"] = V6Group.Membership,
        ["Surveys & Storefront"] = V6Group.Surveys,
    };

    [Fact]
    public void The_table_holds_every_operation_of_the_contract_as_the_contract_has_it()
    {
        var expected = ContractOperations().Select(Describe).ToList();

        expected.Count.ShouldBe(51);
        V6Operations.All.Select(operation => Describe(
            operation.Id, operation.Group, operation.Method.Method, operation.Path, operation.Auth, operation.Effect, operation.CacheScope,
            operation.FreshSeconds, operation.MakesStale, operation.SendsTenant)).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void The_table_agrees_with_the_notes_row_by_row()
    {
        var notes = File.ReadLines(Path.Combine(Repository.Root, "docs/v6/NOTES.md")).Select(line => NotesRow().Match(line))
            .Where(row => row.Success).Select(row => Describe(row.Groups)).ToList();

        notes.Count.ShouldBe(51);
        V6Operations.All.Select(operation => string.Join(" | ", operation.Group, $"{operation.Method} {operation.Path}", operation.Auth,
            operation.Effect, operation.CacheScope)).ShouldBe(notes);
    }

    [Fact]
    public void Freshness_in_the_notes_is_the_table_s()
    {
        var seconds = File.ReadLines(Path.Combine(Repository.Root, "docs/v6/NOTES.md")).Select(line => NotesRow().Match(line))
            .Where(row => row.Success && row.Groups["seconds"].Success)
            .Select(row => (row.Groups["path"].Value, row.Groups["seconds"].Value));

        seconds.ShouldBe(V6Operations.All.Where(operation => operation.FreshSeconds is not null and not 5)
            .Select(operation => ($"{operation.Method} {operation.Path}", $"{operation.FreshSeconds}")));
    }

    [Fact]
    public void Whatever_a_mutation_makes_stale_is_a_read_of_the_table() =>
        V6Operations.All.SelectMany(operation => operation.MakesStale).ShouldAllBe(id => V6Operations.ById(id).Effect == V6Effect.Read);

    [Fact]
    public void Only_reads_are_kept_and_no_path_has_two_values()
    {
        V6Operations.All.Where(operation => operation.Effect == V6Effect.Write).ShouldAllBe(operation => operation.CacheScope == V6CacheScope.Never);
        V6Operations.All.ShouldAllBe(operation => operation.Path.Count(c => c == '{') <= 1);
    }

    private static string Describe((string Path, string Method, YamlMappingNode Node) operation)
    {
        var cache = (YamlMappingNode)operation.Node["x-favcrm-cache"];
        var scope = Text(cache, "scope") + (cache.Children.ContainsKey("scopeWithToken") ? " / " + Text(cache, "scopeWithToken") : "");
        var stale = operation.Node.Children.TryGetValue("x-favcrm-makes-stale", out var ids) ? (YamlSequenceNode)ids : [];
        return Describe(
            Text(operation.Node, "operationId"),
            Groups[((YamlSequenceNode)operation.Node["tags"])[0].ToString()],
            operation.Method.ToUpperInvariant(),
            operation.Path[V6Operations.Prefix.Length..],
            Text(operation.Node, "x-favcrm-auth") switch
            {
                "publicTenant" => V6Auth.Public,
                "customerOptional" => V6Auth.Optional,
                "customerRequired" => V6Auth.Required,
                "magicToken" => V6Auth.MagicToken,
                var other => throw new InvalidOperationException(other),
            },
            Text(operation.Node, "x-favcrm-effect") == "read" ? V6Effect.Read : V6Effect.Write,
            Scopes[scope],
            cache.Children.TryGetValue("suggestedTtlSeconds", out var seconds) ? int.Parse(seconds.ToString(), null) : null,
            stale.Select(id => id.ToString()),
            operation.Node["parameters"].ToString().Contains("CompanyId", StringComparison.Ordinal));
    }

    private static string Describe(
        string id, V6Group group, string method, string path, V6Auth auth, V6Effect effect, V6CacheScope scope, int? seconds,
        IEnumerable<string> stale, bool tenant) =>
        $"{id} | {group} | {method} {path} | {auth} | {effect} | {scope} | {seconds} | {string.Join(',', stale)} | {tenant}";

    private static string Describe(GroupCollection row)
    {
        var auth = row["auth"].Value == "magic" ? V6Auth.MagicToken : Enum.Parse<V6Auth>(row["auth"].Value, ignoreCase: true);
        var effect = Enum.Parse<V6Effect>(row["effect"].Value, ignoreCase: true);
        return string.Join(" | ", Groups[row["group"].Value], row["path"].Value, auth, effect, Scopes[row["cache"].Value]);
    }

    private static IEnumerable<(string Path, string Method, YamlMappingNode Node)> ContractOperations() =>
        from path in (YamlMappingNode)Contract["paths"]
        from method in (YamlMappingNode)path.Value
        where method.Key.ToString() is "get" or "post"
        select (path.Key.ToString(), method.Key.ToString(), (YamlMappingNode)method.Value);

    private static string Text(YamlMappingNode node, string key) => node[key].ToString();

    private static YamlMappingNode LoadContract()
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(Path.Combine(Repository.Root, "docs/v6/connect-v6.openapi.yaml"));
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    [GeneratedRegex(
        @"^\| \d+ \| (?<group>[^|]+) \| `(?<path>(GET|POST) [^`]+)` \| (?<auth>\w+) \| (?<effect>\w+) \| (?<cache>[^|]+) \| ([^|]*?\((?<seconds>\d+) s\))?")]
    private static partial Regex NotesRow();
}

using System.Collections.Concurrent;
using System.Text.Json;
using Bff.Sandbox.Http;

namespace Bff.Sandbox.Tenants;

/// <summary>
/// Sample data that never changes, shared by every tenant that shows it (10,000 load tenants share one). Each group keeps its
/// own part here, built when it is first asked for.
/// </summary>
internal sealed class Dataset(string name)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    private readonly ConcurrentDictionary<Type, Lazy<object>> _parts = new();

    public string Name { get; } = name;

    /// <summary>Rendered answers of operations whose answer depends on this data alone.</summary>
    public ReplyCache Replies { get; } = new(capacity: 4096);

    public T Part<T>(Func<Dataset, T> build)
        where T : class =>
        (T)_parts.GetOrAdd(typeof(T), _ => new Lazy<object>(() => build(this))).Value;

    /// <summary>Reads <c>{group}/Data/{name}.json</c>, built into the assembly.</summary>
    public T Read<T>(string group)
    {
        var resource = $"{group}/Data/{Name}.json";
        using var stream = typeof(Dataset).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"No sample data '{resource}' in the assembly.");
        return JsonSerializer.Deserialize<T>(stream, Web)
            ?? throw new InvalidOperationException($"Sample data '{resource}' is empty.");
    }
}

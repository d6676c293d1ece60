using Bff.Upstream.Http;

namespace Bff.Upstream.Json;

/// <summary>The forms in which v6 sends a list (notes V2, V3, V17, V37).</summary>
internal static class V6Lists
{
    /// <summary>
    /// Reads a list from an array, or from an object that holds it under the first of <paramref name="names"/> that is there.
    /// </summary>
    /// <param name="payload">The opened envelope.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="pageSize">Rows asked for; null when the list does not page. A full page without pagination has a next one.</param>
    /// <param name="names">Members that may hold the rows.</param>
    public static V6Page<T>? Page<T>(V6Json payload, Func<V6Json, T?> read, int? pageSize, params ReadOnlySpan<string> names)
        where T : class
    {
        var array = payload.IsArray ? payload : payload.Get(names);
        if (!array.IsArray)
        {
            return null;
        }

        var rows = array.Rows(read);
        var received = array.Element.GetArrayLength();
        var assumed = pageSize is { } size && received >= size;
        return new V6Page<T>(rows, TotalOf(payload), HasNext(payload, received) ?? assumed);
    }

    private static int? TotalOf(V6Json payload) => payload.Get("pagination").Int("total") ?? payload.Int("total");

    private static bool? HasNext(V6Json payload, int received)
    {
        var pagination = payload.Get("pagination");
        if (pagination.IsObject)
        {
            return pagination.Flag("hasNext")
                ?? (pagination.Int("page") is { } page && pagination.Int("totalPages") is { } pages ? page < pages : null);
        }

        // The offset form (notes V37).
        return payload.Int("total") is { } total && payload.Int("offset") is { } offset ? (long)offset + received < total : null;
    }
}

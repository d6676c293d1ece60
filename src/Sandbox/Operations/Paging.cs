using System.Globalization;
using System.Text.Json.Nodes;

namespace Bff.Sandbox.Operations;

/// <summary>The page asked for. Its values have been checked against the query shape before.</summary>
internal readonly record struct Paging(int Page, int Limit)
{
    private const int DefaultLimit = 20;

    public int Skip => (int)Math.Min((long)(Page - 1) * Limit, int.MaxValue);

    public static Paging Of(Call call) => new(Number(call, "page") ?? 1, Number(call, "limit") ?? DefaultLimit);

    public JsonObject Describe(int total)
    {
        var pages = (total + Limit - 1) / Limit;
        return new JsonObject
        {
            ["page"] = Page,
            ["limit"] = Limit,
            ["total"] = total,
            ["totalPages"] = pages,
            ["hasNext"] = Page < pages,
            ["hasPrev"] = Page > 1,
        };
    }

    private static int? Number(Call call, string name) =>
        call.Query(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}

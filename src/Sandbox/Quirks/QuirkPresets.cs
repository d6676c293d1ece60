using System.Collections.Frozen;

namespace Bff.Sandbox.Quirks;

/// <summary>What <c>PUT /admin/quirks</c> takes.</summary>
internal sealed record QuirkRequest(string? Preset, IReadOnlyList<int>? Rows, IReadOnlyDictionary<int, string>? Forms);

/// <summary>Named sets of rows.</summary>
internal static class QuirkPresets
{
    /// <summary>The rows in which the vendor's TypeScript SDK differs from the contract.</summary>
    private static readonly int[] Sdk = [2, 3, 4, 6, 7, 11, 12, 14, 15, 23, 24, 26, 32, 37, 38, 39, 40, 41];

    public static QuirkSet? Resolve(QuirkRequest request, out string? failure)
    {
        IReadOnlyList<int>? rows = request.Preset switch
        {
            "contract" => [],
            "sdk" => Sdk,
            _ => request.Rows,
        };
        failure = (rows, request.Preset) switch
        {
            (null, _) => "preset must be contract or sdk, or rows a list of numbers",
            _ when rows.Any(r => r is < 1 or > QuirkSet.Rows) => $"rows are numbered 1 to {QuirkSet.Rows}",
            _ => null,
        };
        return failure is null ? new QuirkSet(rows!, request.Forms ?? FrozenDictionary<int, string>.Empty) : null;
    }
}

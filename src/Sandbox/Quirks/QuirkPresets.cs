using System.Collections.Frozen;

namespace Bff.Sandbox.Quirks;

/// <summary>What <c>PUT /admin/quirks</c> takes.</summary>
internal sealed record QuirkRequest(string? Preset, IReadOnlyList<int>? Rows, IReadOnlyDictionary<int, string>? Forms);

/// <summary>Named sets of rows.</summary>
internal static class QuirkPresets
{
    /// <summary>
    /// The rows in which the vendor's TypeScript SDK differs from the contract. Not 26: without the key in the answer the SDK asks
    /// an operation that is not public.
    /// </summary>
    private static readonly int[] Sdk = [2, 3, 4, 6, 7, 11, 12, 14, 15, 20, 23, 24, 30, 32, 37, 38, 39, 40, 41, 42, 45];

    /// <summary>V35 is about the unit that readers assume; nothing on the wire differs.</summary>
    private static readonly int[] WithoutForm = [35];

    private static readonly Dictionary<int, string[]> Forms = new()
    {
        [1] = ["bare", "dataOnly", "meta"],
        [3] = ["slots", "bare"],
        [13] = ["accessToken", "token"],
        [14] = ["session", "member"],
        [18] = ["array", "null", "noId", "editorjs", "html"],
        [43] = ["noSuccess", "message", "messageObject", "messageArray", "empty", "html"],
    };

    public static QuirkSet? Resolve(QuirkRequest request, out string? failure)
    {
        IReadOnlyList<int>? rows = request.Preset switch
        {
            "contract" => [],
            "sdk" => Sdk,
            _ => request.Rows,
        };
        failure = rows is null ? "preset must be contract or sdk, or rows a list of numbers" : Failure(rows, request.Forms);
        return failure is null ? new QuirkSet(rows!, request.Forms ?? FrozenDictionary<int, string>.Empty) : null;
    }

    private static string? Failure(IReadOnlyList<int> rows, IReadOnlyDictionary<int, string>? forms)
    {
        if (rows.Any(r => r is < 1 or > QuirkSet.Rows || WithoutForm.Contains(r)))
        {
            return $"rows are numbered 1 to {QuirkSet.Rows}; {string.Join(", ", WithoutForm)} has no form on the wire";
        }

        var unknown = forms?.Where(f => !Forms.GetValueOrDefault(f.Key, []).Contains(f.Value)).Select(f => f.Key).ToList() ?? [];
        return unknown.Count == 0 ? null : $"row {unknown[0]} has these forms: {string.Join(", ", Forms.GetValueOrDefault(unknown[0], []))}";
    }
}

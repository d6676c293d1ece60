using System.Diagnostics.CodeAnalysis;
using System.IO.Hashing;
using System.Security.Cryptography;
using Bff.Gateway.Graph;
using Bff.Gateway.Limits;
using Bff.Gateway.ResponseCache;
using GraphQLParser.AST;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Edge;

/// <summary>What was made of a request that came before: valid for the same document only, should its text have been found elsewhere.</summary>
/// <param name="Query">The document.</param>
/// <param name="Prepared">What is to be run.</param>
/// <param name="Key">Under which its reply is kept.</param>
internal sealed record KnownOperation(string Query, PreparedOperation Prepared, ReplyKey Key);

/// <summary>
/// Requests by the bytes of their bodies, so that one that comes again is neither parsed nor prepared. Only queries are kept; of those that are
/// about one caller, only such without variables: with them they hardly repeat, and may hold a secret.
/// </summary>
internal sealed class KnownRequests(IOptions<DocumentLimits> limits)
{
    private const int LongestBody = 16_384;

    private readonly GenerationCache<byte[], GraphRequest> known = new(limits.Value.RequestCacheLength, LengthOf, new ByBytes());

    /// <summary>The request that this body holds, if it came before.</summary>
    public bool TryFind(ReadOnlySpan<byte> body, [NotNullWhen(true)] out GraphRequest? request) => known.TryFind(body, out request);

    /// <summary>Remembers what became of a request.</summary>
    /// <returns>What was made of it; null when it is not to be kept.</returns>
    public KnownOperation? Keep(GraphRequest request, string query, PreparedOperation prepared)
    {
        if (request.Body is not { Length: <= LongestBody } body || request.Known is not null || !IsWorthKeeping(request, prepared))
        {
            return null;
        }

        var operation = new KnownOperation(query, prepared, ReplyKey.Of(prepared));
        known.Keep(body, request with { Body = null, Known = operation });
        return operation;
    }

    // It holds the document also when that is not kept for itself any more.
    private static int LengthOf(byte[] body, GraphRequest request) =>
        (body.Length * 3) + (request.Query?.Length * 2 ?? 0) + 1_000 + (request.Known!.Prepared.DocumentBytes / 4);

    private static bool IsWorthKeeping(GraphRequest request, PreparedOperation prepared) =>
        prepared.Plan is { Operation.Operation: OperationType.Query, Facts: { NeedsTenant: true, Introspects: false, Sharing.Scope: var scope } }
        && (scope is not SharingScope.Private || request.Variables is null)
        && (request.Extensions is null || request.Extensions is { Count: 1 } extensions && extensions.ContainsKey("persistedQuery"));

    // The seed keeps anybody from choosing bodies that all meet in one place.
    private sealed class ByBytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        private readonly long seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] body) => GetHashCode(body.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate) => (int)XxHash3.HashToUInt64(alternate, seed);

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}

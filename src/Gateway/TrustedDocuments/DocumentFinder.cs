using System.Security.Cryptography;
using System.Text;
using Bff.Contracts.Answers;
using Bff.Contracts.Keys;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Errors;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.TrustedDocuments;

/// <summary>
/// Finds the document that a request means:
/// <list type="number">
/// <item>An id names a registered document, or one that a client sent before (automatic persisted queries).</item>
/// <item>An id beside a document is its SHA-256, or the request is refused; the document is remembered under it.</item>
/// <item>Where only registered documents may be run, the text must be one of them.</item>
/// </list>
/// </summary>
internal sealed partial class DocumentFinder(ManifestWatcher manifests, IOptions<TrustedDocumentOptions> options, ILogger<DocumentFinder> logger)
{
    private const string Sha256Prefix = "sha256:";

    private readonly TrustedDocumentOptions options = options.Value;
    private readonly GenerationCache<string, string> automatic = new(options.Value.AutomaticLength, static (_, text) => text.Length);

    /// <exception cref="FailureError">There is no such document, or it may not be run.</exception>
    public GraphRequest Find(GraphRequest request, TenantId? tenant, string? client)
    {
        var mode = ModeOf(tenant, client);
        if (IdOf(request) is not { } id)
        {
            return request.Query is null ? request : Allow(request, mode);
        }

        // Step 1
        if (manifests.Current.Find(id) is { } registered)
        {
            return request with { Query = registered };
        }

        var hash = id.StartsWith(Sha256Prefix, StringComparison.Ordinal) ? id[Sha256Prefix.Length..] : id;
        if (request.Query is null)
        {
            return mode is not TrustMode.Enforce && automatic.TryFind(hash, out var known)
                ? Allow(request with { Query = known }, mode)
                : throw new FailureError(new Failure(ErrorCodes.PersistedQueryNotFound));
        }

        // Step 2
        if (!hash.Equals(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Query))), StringComparison.OrdinalIgnoreCase))
        {
            throw new FailureError(new Failure(ErrorCodes.PersistedQueryMismatch));
        }

        var allowed = Allow(request, mode);
        automatic.Keep(hash, request.Query);
        return allowed;
    }

    // Step 3
    private GraphRequest Allow(GraphRequest request, TrustMode mode)
    {
        if (mode is TrustMode.Off || manifests.Current.Has(request.Query!))
        {
            return request;
        }

        if (mode is TrustMode.Enforce)
        {
            throw new FailureError(new Failure(ErrorCodes.DocumentNotTrusted));
        }

        Untrusted(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Query!))));
        return request;
    }

    private TrustMode ModeOf(TenantId? tenant, string? client)
    {
        TrustMode? byTenant = tenant is { } known && options.Tenants.TryGetValue(known.Value, out var mode) ? mode : null;
        TrustMode? byClient = client is not null && options.Clients.TryGetValue(client, out var other) ? other : null;
        return byTenant is { } t && byClient is { } c ? (TrustMode)Math.Max((int)t, (int)c) : byTenant ?? byClient ?? options.Mode;
    }

    private static string? IdOf(GraphRequest request)
    {
        if (request.DocumentId is { } id)
        {
            return id;
        }

        return request.Extensions is { } extensions
            && extensions.TryGetValue("persistedQuery", out var value)
            && value is IDictionary<string, object?> persisted
            && persisted.TryGetValue("sha256Hash", out var hash)
                ? hash as string
                : null;
    }

    [LoggerMessage(EventId = 2613, Level = LogLevel.Warning, Message = "A document that is not registered was run: SHA-256 {Hash}.")]
    private partial void Untrusted(string hash);
}

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
/// <item>An id beside a document is its SHA-256, or the request is refused.</item>
/// <item>Where only registered documents may be run, the text must be one of them.</item>
/// <item>When an operation of it may be run, the document is remembered under its id.</item>
/// </list>
/// </summary>
internal sealed partial class DocumentFinder(ManifestWatcher manifests, IOptions<TrustedDocumentOptions> options, ILogger<DocumentFinder> logger)
{
    private const string Sha256Prefix = "sha256:";
    private const int HashLength = 64;

    // What an entry takes beside its two texts.
    private const int Overhead = 200;

    private readonly TrustedDocumentOptions options = options.Value;
    private readonly GenerationCache<string, string> automatic = new(options.Value.AutomaticBytes, static (hash, text) => Overhead + (sizeof(char) * (hash.Length + text.Length)));

    /// <exception cref="FailureError">There is no such document, or it may not be run.</exception>
    public GraphRequest Find(GraphRequest request, TenantId? tenant, string? client)
    {
        var mode = ModeOf(tenant, client);
        if (IdOf(request) is not { } id)
        {
            return request.Query is null ? request : Allow(request, mode);
        }

        // Step 1
        var hash = HashOf(id);
        if ((manifests.Current.Find(id) ?? manifests.Current.Find(hash) ?? manifests.Current.Find(Sha256Prefix + hash)) is { } registered)
        {
            return request with { Query = registered };
        }

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

        return Allow(request, mode);
    }

    // Step 4
    /// <summary>Remembers the document under the id that came with it.</summary>
    /// <param name="found">What was found, and may be run.</param>
    public void Learn(GraphRequest found)
    {
        if (IdOf(found) is { } id && HashOf(id) is { Length: HashLength } hash && !automatic.TryFind(hash, out _) && !manifests.Current.Has(found.Query!))
        {
            automatic.Keep(hash, found.Query!);
        }
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

    // Anybody can bear any client's name: it may make things stricter and never looser. What holds for a tenant holds for its data, whoever asks.
    private TrustMode ModeOf(TenantId? tenant, string? client)
    {
        var mode = tenant is { } known && options.Tenants.TryGetValue(known.Value, out var own) ? own : options.Mode;
        return client is not null && options.Clients.TryGetValue(client, out var byClient) && byClient > mode ? byClient : mode;
    }

    private static string HashOf(string id) => id.StartsWith(Sha256Prefix, StringComparison.Ordinal) ? id[Sha256Prefix.Length..] : id;

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

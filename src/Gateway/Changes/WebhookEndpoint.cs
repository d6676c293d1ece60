using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Changes;

/// <summary>
/// <c>POST /webhooks/changes</c>: the same order as an operator's, signed. For the day on which v6 tells of changes that were not made
/// through here; there only when a secret is set. A message that came before is refused with 409, whichever gateway it comes to.
/// </summary>
internal static class WebhookEndpoint
{
    private const int MaxBody = 4096;

    public static void MapWebhook(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<WebhookOptions>>().Value;
        if (options.Key() is { } key)
        {
            var signature = new WebhookSignature(key, options.Tolerance, app.Services.GetRequiredService<TimeProvider>());
            app.MapPost("/webhooks/changes", (HttpRequest http, IGrainFactory grains) => TakeAsync(http, signature, grains));
        }
    }

    private static async Task<IResult> TakeAsync(HttpRequest http, WebhookSignature signature, IGrainFactory grains)
    {
        if (await BodyOf(http) is not { } body)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (signature.Verify(http.Headers, body) is not { } message)
        {
            return Results.Unauthorized();
        }

        return Parse(body) is { } request
            ? await PurgeEndpoint.PurgeAsync(request.Read(message), grains)
            : Results.BadRequest(new { error = "The body must be { tenant, area, name }." });
    }

    private static async Task<byte[]?> BodyOf(HttpRequest http)
    {
        var body = new byte[MaxBody + 1];
        var length = await http.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, http.HttpContext.RequestAborted);
        return length > MaxBody ? null : body[..length];
    }

    private static PurgeRequest? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<PurgeRequest>(body, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using System.Net.Http.Json;
using System.Text.Json;

namespace Bff.SystemTests.Harness;

/// <summary>What became of one request of a storefront.</summary>
internal enum Verdict
{
    /// <summary>The answer that was asked for.</summary>
    Done,

    /// <summary>A typed refusal: nothing happened.</summary>
    Refused,

    /// <summary>Said to be unknown.</summary>
    Unknown,

    /// <summary>Anything else: no HTTP reply, an unexpected status, a top-level error.</summary>
    Failed,
}

/// <summary>One request: what became of it, how long it took, when it ended, and what came back: its data, or the whole reply when it failed.</summary>
internal sealed record Outcome(Verdict Verdict, TimeSpan Took, long Ended, string Reply);

/// <summary>A slot that nobody else in the drill books.</summary>
internal sealed record Place(string Tenant, string ServiceId, string StartsAt, string EndsAt);

/// <summary>A frontend: sends documents to a gateway and judges the replies.</summary>
internal static class Storefront
{
    private const string ReadDocument = "{ services(first: 3) { nodes { id name } totalCount } }";

    private const string PlacesDocument =
        "query($date: LocalDate!) { services(first: 30) { nodes { id requiresStaff requiresResource requireLogin paymentRequired slots(date: $date) { slots { startsAt endsAt available } } } } }";

    private const string BookDocument =
        "mutation($input: CreateGuestBookingInput!) { createGuestBooking(input: $input) { booking { id } errors { __typename ... on Error { code } } } }";

    public static async Task<JsonElement> SendAsync(HttpClient gateway, string tenant, string document, object? variables = null, string? bearer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = document, variables }) };
        request.Headers.Add("X-Company-Id", tenant);
        if (bearer is not null)
        {
            request.Headers.Add("Authorization", $"Bearer {bearer}");
        }

        using var response = await gateway.SendAsync(request);
        var reply = await response.Content.ReadFromJsonAsync<JsonElement>();
        return response.IsSuccessStatusCode ? reply : throw new HttpRequestException($"{(int)response.StatusCode} {reply}");
    }

    public static Task<Outcome> ReadAsync(HttpClient gateway, string tenant) => JudgeAsync(
        () => SendAsync(gateway, tenant, ReadDocument),
        data => data.GetProperty("services") is { ValueKind: JsonValueKind.Object } services && services.GetProperty("nodes").GetArrayLength() == 3
            ? Verdict.Done
            : Verdict.Failed);

    public static Task<Outcome> BookAsync(HttpClient gateway, Place place, string guest, string? key = null, string? bearer = null) => JudgeAsync(
        () => SendAsync(gateway, place.Tenant, BookDocument, new
        {
            input = new
            {
                serviceId = place.ServiceId,
                occurrenceStart = place.StartsAt,
                occurrenceEnd = place.EndsAt,
                customerName = guest,
                customerPhone = "+85291234567",
                idempotencyKey = key,
            },
        }, bearer),
        data =>
        {
            var payload = data.GetProperty("createGuestBooking");
            return payload.GetProperty("booking").ValueKind == JsonValueKind.Object ? Verdict.Done
                : payload.GetProperty("errors")[0].GetProperty("code").GetString() == "UNKNOWN_OUTCOME" ? Verdict.Unknown
                : Verdict.Refused;
        });

    /// <summary>Slots that one guest can book without signing in, choosing anything or paying, on one of the coming days.</summary>
    public static async Task<IReadOnlyList<Place>> PlacesAsync(HttpClient gateway, string tenant, int inDays)
    {
        var date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(inDays);
        JsonElement reply = default;
        await Eventually.BecomesAsync(
            async () => !(reply = await SendAsync(gateway, tenant, PlacesDocument, new { date = $"{date:yyyy-MM-dd}" })).TryGetProperty("errors", out _),
            TimeSpan.FromSeconds(60),
            "the slots of a day are listed",
            () => $"{reply}");
        return
        [
            .. from service in reply.GetProperty("data").GetProperty("services").GetProperty("nodes").EnumerateArray()
               where !Is(service, "requiresStaff") && !Is(service, "requiresResource") && !Is(service, "requireLogin") && !Is(service, "paymentRequired")
               where service.GetProperty("slots").ValueKind == JsonValueKind.Object
               from slot in service.GetProperty("slots").GetProperty("slots").EnumerateArray()
               where Is(slot, "available")
               select new Place(tenant, service.GetProperty("id").GetString()!, slot.GetProperty("startsAt").GetString()!, slot.GetProperty("endsAt").GetString()!),
        ];
    }

    private static bool Is(JsonElement of, string flag) => of.GetProperty(flag).GetBoolean();

    /// <summary>Sends something and says by its data what became of it; whatever is no reply with data has failed.</summary>
    public static async Task<Outcome> JudgeAsync(Func<Task<JsonElement>> send, Func<JsonElement, Verdict> judge)
    {
        var start = TimeProvider.System.GetTimestamp();
        try
        {
            var reply = await send();
            var verdict = reply.TryGetProperty("errors", out _) ? Verdict.Failed : judge(reply.GetProperty("data"));
            return Ended(verdict, start, verdict == Verdict.Failed ? $"{reply}" : reply.GetProperty("data").GetRawText());
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or JsonException)
        {
            return Ended(Verdict.Failed, start, $"{exception.GetType().Name}: {exception.Message} {exception.InnerException?.Message}");
        }
    }

    private static Outcome Ended(Verdict verdict, long start, string reply)
    {
        var now = TimeProvider.System.GetTimestamp();
        return new(verdict, TimeProvider.System.GetElapsedTime(start, now), now, reply);
    }
}

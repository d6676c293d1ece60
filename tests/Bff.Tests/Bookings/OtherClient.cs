using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Bff.Tests.Fixture;

namespace Bff.Tests.Bookings;

/// <summary>Somebody who uses v6 without the BFF.</summary>
internal static class OtherClient
{
    /// <summary>Books as a guest, straight at v6.</summary>
    public static async Task BookElsewhereAsync(this SandboxOracle v6, string tenant, SeenSlot slot)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(v6.Address, "/v6/customer-portal/bookings/guest"))
        {
            Content = JsonContent.Create(new JsonObject
            {
                ["serviceId"] = slot.ServiceId,
                ["occurrenceStart"] = slot.StartsAt,
                ["occurrenceEnd"] = slot.EndsAt,
                ["customerName"] = "Walk-in",
                ["customerPhone"] = "+85260000009",
            }),
        };
        request.Headers.Add("X-Company-Id", tenant);
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }
}

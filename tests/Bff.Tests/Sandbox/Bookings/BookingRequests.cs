using System.Globalization;
using System.Text.Json.Nodes;

namespace Bff.Tests.Sandbox.Bookings;

/// <summary>Request bodies for bookings.</summary>
internal static class BookingRequests
{
    /// <summary>A guest booking that starts at this wall-clock time in Hong Kong.</summary>
    public static JsonObject AtHongKong(string serviceId, string start, int minutes, string phone = "+85260000001")
    {
        var from = DateTimeOffset.Parse(start + "+08:00", CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["serviceId"] = serviceId,
            ["occurrenceStart"] = from.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            ["occurrenceEnd"] = from.AddMinutes(minutes).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            ["customerName"] = "Guest",
            ["customerPhone"] = phone,
        };
    }

    public static JsonObject With(this JsonObject body, string field, JsonNode? value)
    {
        body[field] = value;
        return body;
    }

    public static JsonObject Without(this JsonObject body, string field)
    {
        body.Remove(field);
        return body;
    }
}

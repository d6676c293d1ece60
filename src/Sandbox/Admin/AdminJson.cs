using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bff.Sandbox.Admin;

/// <summary>Reads admin bodies strictly: a misspelt fault must not pass for none.</summary>
internal static class AdminJson
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static JsonSerializerOptions Options => Strict;

    /// <summary>The body, or what is wrong with it.</summary>
    public static async Task<(T? Value, string? Failure)> ReadAsync<T>(HttpRequest request)
        where T : class
    {
        try
        {
            var value = await JsonSerializer.DeserializeAsync<T>(request.Body, Strict, request.HttpContext.RequestAborted);
            return value is null ? (null, "The body is empty.") : (value, null);
        }
        catch (JsonException exception)
        {
            return (null, exception.Message);
        }
    }

    public static IResult Refuse(string failure) => Results.BadRequest(new { error = failure });
}

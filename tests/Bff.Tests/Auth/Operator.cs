using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Bff.Tests.Fixture;

namespace Bff.Tests.Auth;

/// <summary>Somebody with the operator key.</summary>
internal static class Operator
{
    public const string Key = "an operator's key of the tests";

    public static readonly Dictionary<string, string?> Settings = new() { ["Operator:Key"] = Key };

    public static string Authorization(string password) => new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"operator:{password}"))).ToString();

    /// <summary>Sends an order to end sessions.</summary>
    public static async Task<HttpResponseMessage> OrderAsync(BffFixture bff, object order, string? authorization = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bff.AddressOf(0), "/operator/sessions/end")) { Content = JsonContent.Create(order) };
        request.Headers.TryAddWithoutValidation("Authorization", authorization ?? Authorization(Key));
        return await http.SendAsync(request);
    }
}

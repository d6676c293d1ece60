using System.Net.Http.Headers;
using Bff.Gateway.Auth;

namespace Bff.Gateway.WarmUp;

/// <summary>What clients will ask: the pages of docs/pages, by guests and by somebody signed in, and one booking.</summary>
internal static class PracticeRequests
{
    // Not sampled: what is practised leaves no trace either.
    private const string TraceParent = "00-00000000000000000000000000000001-0000000000000001-00";

    private const string Booking =
        """
        mutation($input: CreateGuestBookingInput!) {
          createGuestBooking(input: $input) { booking { id status startsAt } errors { __typename ... on Error { code message } } }
        }
        """;

    private static readonly string Session = SessionId.New().Secret;
    private static readonly (string Query, object? Variables)[] Operations =
    [
        (Page("home"), null),
        (Page("booking"), new { service = "warm-up", date = "2100-01-01" }),
        (Page("product"), new { slug = "warm-up" }),
        (Page("account"), null),
        ("{ services(first: 20) { nodes { id name price { amount currency } } pageInfo { hasNextPage endCursor } totalCount } }", null),
        (Booking, new
        {
            input = new
            {
                serviceId = "warm-up", occurrenceStart = "2100-01-01T12:00:00Z", occurrenceEnd = "2100-01-01T13:00:00Z",
                customerName = "Nobody", customerPhone = "+85290000000",
            },
        }),
    ];

    /// <summary>
    /// Each operation four times: by a guest, for whom a reply is made; by another, who is given the same; by a guest who wants to know the cost,
    /// which is always run; and by somebody signed in. Each round has a tenant of its own, of whom nothing is kept yet.
    /// </summary>
    public static IEnumerable<HttpRequestMessage> Make(int round)
    {
        var tenant = $"warm-up-{round}";
        foreach (var (query, variables) in Operations)
        {
            yield return Request(tenant, query, variables);
            yield return Request(tenant, query, variables);

            var counted = Request(tenant, query, variables);
            counted.Headers.Add("GraphQL-Cost", "report");
            yield return counted;

            var signedIn = Request(tenant, query, variables);
            signedIn.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Session);
            yield return signedIn;
        }
    }

    private static HttpRequestMessage Request(string tenant, string query, object? variables) => new(HttpMethod.Post, "/graphql")
    {
        Content = JsonContent.Create(new { query, variables }),
        Headers = { { "X-Company-Id", tenant }, { "traceparent", TraceParent }, { "Accept-Encoding", "br, gzip" } },
    };

    private static string Page(string name)
    {
        using var reader = new StreamReader(typeof(PracticeRequests).Assembly.GetManifestResourceStream($"practice.{name}.graphql")!);
        return reader.ReadToEnd();
    }
}

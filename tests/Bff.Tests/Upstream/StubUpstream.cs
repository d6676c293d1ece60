namespace Bff.Tests.Upstream;

/// <summary>One answer for everything, and the client that reads it.</summary>
internal static class StubUpstream
{
    /// <summary>Asks a server that gives this body to everybody.</summary>
    public static async Task<T> AskAsync<T>(string body, Func<UpstreamHost, Task<T>> ask, int status = 200)
    {
        await using var server = RawServer.Start(_ => RawReply.Json(body, status));
        await using var host = new UpstreamHost(server.Address);
        return await ask(host);
    }

    /// <summary>The same for a payload in the contract's envelope.</summary>
    public static Task<T> AskDataAsync<T>(string data, Func<UpstreamHost, Task<T>> ask, int status = 200) =>
        AskAsync($$"""{"success":true,"data":{{data}}}""", ask, status);

    /// <summary>What a server received from one request.</summary>
    public static async Task<RawRequest> SeeAsync(Func<UpstreamHost, Task> ask)
    {
        await using var server = RawServer.Start(_ => RawReply.Json("{}"));
        await using var host = new UpstreamHost(server.Address);
        await ask(host);
        return server.Requests.ShouldHaveSingleItem();
    }
}

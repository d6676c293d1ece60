using Bff.Gateway.Auth;
using Microsoft.AspNetCore.Http;

namespace Bff.Tests.Auth;

public sealed class PresentedCredentialTests
{
    private const string Jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";

    private readonly SessionId _id = SessionId.New();

    [Fact]
    public void Without_cookie_and_Authorization_nobody_is_claimed() => Read().Mode.ShouldBe(CredentialMode.None);

    [Fact]
    public void A_session_id_is_read_from_the_cookie()
    {
        var read = Read(cookies: [$"theme=dark; {SessionCookie.Name}={_id.Secret}; lang=de"]);

        read.Mode.ShouldBe(CredentialMode.Cookie);
        read.Session.ShouldBe(_id);
    }

    [Fact]
    public void A_bearer_is_a_session_id_or_a_v6_token_by_its_form()
    {
        Read(authorization: [$"Bearer {_id.Secret}"]).Session.ShouldBe(_id);
        Read(authorization: [$"bearer {Jwt}"]).Token.Value.ShouldBe(Jwt);
    }

    [Fact]
    public void Cookie_and_bearer_that_say_the_same_are_one_credential() =>
        Read([$"{SessionCookie.Name}={_id.Secret}"], [$"Bearer {_id.Secret}"]).Session.ShouldBe(_id);

    public static TheoryData<string, string?, string?> Unreadable
    {
        get
        {
            var id = SessionId.New().Secret;
            return new()
            {
                { "truncated", $"{SessionCookie.Name}={id[..^1]}", null },
                { "over-long", $"{SessionCookie.Name}={id}A", null },
                { "huge", $"{SessionCookie.Name}={new string('A', 8000)}", null },
                { "empty", $"{SessionCookie.Name}=", null },
                { "other alphabet", $"{SessionCookie.Name}={id[..^1]}%", null },
                { "white space", $"{SessionCookie.Name}={id[..20]} {id[21..]}", null },
                { "two cookies", $"{SessionCookie.Name}={id}; {SessionCookie.Name}={SessionId.New().Secret}", null },
                { "the same cookie twice", $"{SessionCookie.Name}={id}; {SessionCookie.Name}={id}", null },
                { "cookie and another bearer", $"{SessionCookie.Name}={id}", $"Bearer {SessionId.New().Secret}" },
                { "cookie and a v6 token", $"{SessionCookie.Name}={id}", $"Bearer {Jwt}" },
                { "another scheme", null, "Basic dXNlcjpwYXNz" },
                { "no token", null, "Bearer " },
                { "neither form", null, "Bearer abc" },
                { "a token with a control character", null, $"Bearer {Jwt}\u0001" },
                { "a token that no header can carry", null, $"Bearer {Jwt}{new string('a', 9000)}" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_no_honest_client_sends_is_refused(string what, string? cookie, string? authorization) =>
        PresentedCredential.TryRead(Headers(cookie is null ? [] : [cookie], authorization is null ? [] : [authorization]), out _)
            .ShouldBeFalse(what);

    [Fact]
    public void Two_Authorization_headers_are_refused() =>
        PresentedCredential.TryRead(Headers([], [$"Bearer {_id.Secret}", $"Bearer {Jwt}"]), out _).ShouldBeFalse();

    [Fact]
    public void A_session_id_has_256_random_bits_and_prints_as_nothing()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => SessionId.New()).ToArray();

        ids.Select(id => id.Secret).ShouldBeUnique();
        System.Buffers.Text.Base64Url.DecodeFromChars(_id.Secret).Length.ShouldBe(32);
        _id.ToString().ShouldNotContain(_id.Secret);
        _id.Key.Value.ShouldNotBe(_id.Secret);
    }

    private static PresentedCredential Read(string[]? cookies = null, string[]? authorization = null)
    {
        PresentedCredential.TryRead(Headers(cookies ?? [], authorization ?? []), out var credential).ShouldBeTrue();
        return credential;
    }

    private static IHeaderDictionary Headers(string[] cookies, string[] authorization)
    {
        IHeaderDictionary headers = new HeaderDictionary();
        if (cookies.Length > 0)
        {
            headers.Cookie = cookies;
        }

        if (authorization.Length > 0)
        {
            headers.Authorization = authorization;
        }

        return headers;
    }
}

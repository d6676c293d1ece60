using Bff.Upstream.Json;

namespace Bff.Upstream.Auth;

/// <summary>Whom to send a code: the one identifier that the login channel asks for. Source: v6 OtpRequest.</summary>
internal sealed record V6OtpRequest(string? Phone, string? Email) : V6Private;

/// <summary>A code and the identifier that it went to; the code travels as <c>code</c> (notes V11). Source: v6 OtpVerifyRequest.</summary>
internal sealed record V6OtpVerification(string? Phone, string? Email, string Code) : V6Private;

/// <summary>A new member, in the contract's own form (notes V15). Source: v6 RegisterRequest.</summary>
internal sealed record V6RegisterRequest(string Name, string? LastName, string? Phone, string? Email, string? Source) : V6Private;

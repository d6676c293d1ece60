using System.Text.Json.Serialization;
using Bff.Upstream.Auth;
using Bff.Upstream.Bookings;
using Bff.Upstream.Content;
using Bff.Upstream.Membership;
using Bff.Upstream.Shop;
using Bff.Upstream.Surveys;

namespace Bff.Upstream.Json;

/// <summary>How bodies are written: camel case, nothing for what is null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(V6GuestBookingRequest))]
[JsonSerializable(typeof(V6CancelRequest))]
[JsonSerializable(typeof(V6RescheduleRequest))]
[JsonSerializable(typeof(V6OtpRequest))]
[JsonSerializable(typeof(V6OtpVerification))]
[JsonSerializable(typeof(V6RegisterRequest))]
[JsonSerializable(typeof(V6EventRegistrationRequest))]
[JsonSerializable(typeof(V6EventPaymentRequest))]
[JsonSerializable(typeof(V6OrderRequest))]
[JsonSerializable(typeof(V6RedeemRequest))]
[JsonSerializable(typeof(V6ClaimRequest))]
[JsonSerializable(typeof(V6SurveyResponse))]
[JsonSerializable(typeof(V6ContactRequest))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class V6RequestJson : JsonSerializerContext;

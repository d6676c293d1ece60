using System.Text.Json.Serialization;
using Bff.Upstream.Bookings;

namespace Bff.Upstream.Json;

/// <summary>How bodies are written: camel case, nothing for what is null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(V6GuestBookingRequest))]
internal sealed partial class V6RequestJson : JsonSerializerContext;

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bff.Tests.Fixture;

namespace Bff.Tests.Operations;

/// <summary>
/// Every field of every mutation, nested ones too, as the schema itself lists them, with what nobody should send: nothing where something is
/// needed, of the wrong kind, longer than it may be by one and by far, out of range, or made to mean something elsewhere. Each is refused by a
/// ValidationError with the field's path, or by the document's types with a message that names it, and v6 is asked nothing.
/// </summary>
public sealed class HostileInputTests : IAsyncLifetime
{
    private const string Introspection = """
        {
          __schema {
            mutationType { fields { name args { type { kind name ofType { kind name } } } } }
            types { name inputFields { name type { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } }
          }
        }
        """;

    // What the types of the schema refuse by themselves.
    private static readonly string[] TypeRefusals = ["BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED"];

    // Most characters of a text that has no limit by its type. A new field needs a line here.
    private static readonly Dictionary<string, int> Longest = new()
    {
        ["cancelBooking.reason"] = 1_000,
        ["claimGift.claimToken"] = 512,
        ["createEventPaymentIntent.guestRegistrationToken"] = 8_192,
        ["createEventRegistration.name"] = 200,
        ["createGuestBooking.customerName"] = 200,
        ["createOrder.customer.firstName"] = 200,
        ["createOrder.customer.lastName"] = 200,
        ["createOrder.customer.language"] = 200,
        ["registerMember.name"] = 200,
        ["registerMember.lastName"] = 200,
        ["registerMember.source"] = 200,
        ["submitContact.message"] = 5_000,
        ["submitContact.name"] = 200,
        ["submitSurveyInvitationResponse.token"] = 1_024,
        ["verifyOtp.code"] = 10,
        ["idempotencyKey"] = 128,
    };

    private static readonly Dictionary<string, (int Least, int Most)> Ranges = new()
    {
        ["createEventRegistration.quantity"] = (1, 1_000),
        ["createOrder.items.0.quantity"] = (1, 9_999),
        ["redeemGiftOffer.quantity"] = (1, 100),
    };

    private static readonly Dictionary<string, string> Valid = new()
    {
        ["cancelBooking"] = """{ "id": "bkg-1" }""",
        ["claimGift"] = """{ "offerId": "gift-001" }""",
        ["createEventPaymentIntent"] = """{ "id": "reg-1" }""",
        ["createEventRegistration"] = """{ "eventId": "braiding-workshop", "name": "Chan" }""",
        ["createGuestBooking"] = """
            { "serviceId": "svc-001", "occurrenceStart": "2026-12-01T10:00:00+08:00", "occurrenceEnd": "2026-12-01T10:30:00+08:00", "customerName": "Chan", "customerPhone": "+85291234567" }
            """,
        ["createOrder"] = """{ "items": [{ "productId": "1", "quantity": 1 }], "customer": { "firstName": "Tai Man" } }""",
        ["logout"] = "{}",
        ["redeemGiftOffer"] = """{ "id": "gift-001" }""",
        ["refreshSession"] = "{}",
        ["registerMember"] = """{ "name": "Chan" }""",
        ["requestOtp"] = """{ "phone": "+85291234567" }""",
        ["rescheduleBooking"] = """{ "id": "bkg-1", "occurrenceStart": "2026-12-01T10:00:00+08:00", "occurrenceEnd": "2026-12-01T10:30:00+08:00" }""",
        ["submitContact"] = """{ "name": "Chan", "message": "Hello" }""",
        ["submitSurveyInvitationResponse"] = """{ "token": "token", "answers": { "rating": 5 } }""",
        ["submitSurveyResponse"] = """{ "id": "srv-001", "answers": { "rating": 5 } }""",
        ["verifyOtp"] = """{ "phone": "+85291234567", "code": "123456" }""",
    };

    private BffFixture bff = null!;

    public async ValueTask InitializeAsync() =>
        bff = await BffFixture.StartAsync(new BffSetup { Settings = new Dictionary<string, string?> { ["Gateway:Edge:Introspection"] = "On" } });

    public ValueTask DisposeAsync() => bff.DisposeAsync();

    [Fact]
    public async Task Every_field_of_every_mutation_refuses_what_nobody_should_send_and_is_named()
    {
        var tenant = bff.NewTenant();
        var schema = (await bff.Storefront(tenant).QueryAsync(Introspection)).GetProperty("__schema");
        var inputs = schema.GetProperty("types").EnumerateArray().Where(type => type.GetProperty("inputFields").ValueKind == JsonValueKind.Array)
            .ToDictionary(type => type.GetProperty("name").GetString()!, type => type.GetProperty("inputFields").EnumerateArray().ToList());
        Dictionary<string, int> tried = [];
        List<string> wrong = [];

        foreach (var mutation in schema.GetProperty("mutationType").GetProperty("fields").EnumerateArray())
        {
            var (name, input) = (mutation.GetProperty("name").GetString()!, NamedType(mutation.GetProperty("args")[0].GetProperty("type")).Name);
            var document = $"mutation($input: {input}!) {{ {name}(input: $input) {{ errors {{ __typename ... on ValidationError {{ field }} }} }} }}";
            foreach (var (path, type, isRequired) in FieldsOf(inputs, input))
            {
                foreach (var (kind, value) in HostileFor($"{name}.{path}", path, type, isRequired))
                {
                    tried[path] = tried.GetValueOrDefault(path) + 1;
                    var given = With(Without(JsonNode.Parse(Valid[name])!.AsObject(), path), path, kind == "missing", value);
                    var reply = await bff.Storefront(tenant).SendAsync(document, new { input = given });
                    wrong.AddRange(IsRefused(reply, name, path) ? [] : [$"{name}.{path} {kind}: {reply.Text[..Math.Min(reply.Text.Length, 300)]}"]);
                }
            }
        }

        wrong.ShouldBeEmpty();
        tried.Values.Sum().ShouldBeGreaterThan(250);
        tried.Keys.ShouldContain("items.0.quantity");
        tried.Keys.ShouldContain("customer.firstName");
        bff.V6.AllCalls(tenant).ShouldBe(0);
    }

    // Leaves, by their path within input; of a list its first element.
    private static IEnumerable<(string Path, (string Name, string Kind) Type, bool IsRequired)> FieldsOf(Dictionary<string, List<JsonElement>> inputs, string input, string prefix = "") =>
        inputs[input].SelectMany(field =>
        {
            var (type, isRequired) = (NamedType(field.GetProperty("type")), field.GetProperty("type").GetProperty("kind").ValueEquals("NON_NULL"));
            var path = prefix + field.GetProperty("name").GetString();
            return type.Kind is "INPUT_OBJECT"
                ? [(path, type, isRequired), .. FieldsOf(inputs, type.Name, $"{path}.{(IsList(field.GetProperty("type")) ? "0." : "")}")]
                : new[] { (path, type, isRequired) };
        });

    private static IEnumerable<(string Kind, JsonNode? Value)> HostileFor(string field, string path, (string Name, string Kind) type, bool isRequired)
    {
        if (isRequired)
        {
            yield return ("missing", null);
            yield return ("null", null);
        }

        foreach (var value in type switch
        {
            (_, "ENUM") => [1, "x", new JsonObject()],
            (_, "INPUT_OBJECT") => ["x", 1],
            ("Boolean", _) => ["x", 1],
            ("Int", _) => ["x", 1.5, new JsonObject()],
            ("JSON", _) => ["x", 1, new JsonArray(1)],
            ("ID", _) => [true, 1.5, new JsonObject()],
            _ => (JsonNode[])[true, 1, new JsonObject(), new JsonArray("x", "y")],
        })
        {
            yield return ("mistyped", value);
        }

        foreach (var text in type switch
        {
            ("Int" or "Boolean", _) or (_, "ENUM" or "INPUT_OBJECT") => [],
            ("JSON", _) => [],
            ("ID", _) => Ids(path is "eventId" ? 200 : 128),
            ("EmailAddress", _) => ["x", Text(250) + "@example.com", Text(100_000), "a@b.example\r\nBcc: c@d.example", "a\u0000@b.example"],
            ("PhoneNumber", _) => ["x", "+123456", "+12345678901234567", "+" + new string('1', 100_000), "+85291234567\n", "+8529123456\u0000"],
            ("URL", _) => ["x", "javascript:alert(1)", "https://shop.example/" + Text(2_048), "https://shop.example/" + Text(100_000), "https://shop.example/\r\nx"],
            ("DateTime", _) => ["x", "2026-12-01T10:00:00", "2026-12-01", Text(100_000), "2026-12-01T10:00:00+08:00\u0000"],
            _ when field == "verifyOtp.code" => ["123", new string('1', 11), new string('1', 100_000), "12345x", "1234\u0000"],
            _ => Texts(Longest.GetValueOrDefault(field, Longest.GetValueOrDefault(path))),
        })
        {
            yield return ($"hostile, {text.Length} characters", text);
        }

        if (type.Name is "JSON")
        {
            yield return ("too long", new JsonObject { ["a"] = Text(32_768) });
            yield return ("far too long", new JsonObject { ["a"] = Text(200_000) });
            yield return ("too many members", new JsonObject(Enumerable.Range(0, 201).Select(i => KeyValuePair.Create<string, JsonNode?>($"m{i}", 1))));
            yield return ("too deep", JsonNode.Parse(string.Concat(Enumerable.Repeat("{\"a\":", 9)) + "1" + new string('}', 9)));
            yield return ("without a name", new JsonObject { [""] = 1 });
        }

        if (type.Name is "Int")
        {
            var (least, most) = Ranges[field];
            foreach (var number in new[] { least - 1, -1, most + 1, int.MaxValue })
            {
                yield return ("out of range", number);
            }

            yield return ("beyond an integer", 3_000_000_000);
        }
    }

    private static string[] Ids(int longest) => [Text(longest + 1), Text(100_000), "..", "../../x", "a/b", "a?b", "a b", "a\r\nb", "a\u0000b", "a%2fb"];

    private static string[] Texts(int longest)
    {
        longest.ShouldBePositive("A text without a limit of its own.");
        return [Text(longest + 1), Text(100_000), "a\u0000b", "a\u001bb", "\u007f"];
    }

    private static string Text(int length) => new('x', length);

    // What may not be given beside it, so that the one field decides.
    private static JsonObject Without(JsonObject input, string path)
    {
        input.Remove(path switch { "claimToken" => "offerId", "email" => "phone", _ => "" });
        return input;
    }

    private static JsonObject With(JsonObject input, string path, bool isMissing, JsonNode? value)
    {
        var steps = path.Split('.');
        JsonNode at = input;
        foreach (var step in steps[..^1])
        {
            at = at is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)]! : at[step] ?? (at[step] = new JsonObject());
        }

        var last = at.AsObject();
        last.Remove(steps[^1]);
        if (!isMissing)
        {
            last[steps[^1]] = value;
        }

        return input;
    }

    private static bool IsRefused(StorefrontReply reply, string mutation, string path) => reply.Errors.Count > 0
        ? reply.Codes.All(code => TypeRefusals.Contains(code)) && reply.Errors.Any(error => Names(error.GetProperty("message").GetString()!, path))
        : reply.Data.GetProperty(mutation).GetProperty("errors").EnumerateArray()
            .Any(error => error.GetProperty("__typename").ValueEquals("ValidationError") && error.GetProperty("field").ValueEquals(path));

    // The engine writes $input.items[0].quantity.
    private static bool Names(string message, string path) =>
        message.Contains("$input." + path.Replace(".0.", "[0].", StringComparison.Ordinal), StringComparison.Ordinal);

    private static bool IsList(JsonElement type) =>
        type.ValueKind is JsonValueKind.Object && (type.GetProperty("kind").ValueEquals("LIST") || (type.TryGetProperty("ofType", out var inner) && IsList(inner)));

    private static (string Name, string Kind) NamedType(JsonElement type)
    {
        while (type.TryGetProperty("ofType", out var inner) && inner.ValueKind == JsonValueKind.Object)
        {
            type = inner;
        }

        return (type.GetProperty("name").GetString()!, type.GetProperty("kind").GetString()!);
    }
}

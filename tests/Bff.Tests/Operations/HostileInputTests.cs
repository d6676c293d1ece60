using System.Text.Json;
using Bff.Tests.Fixture;

namespace Bff.Tests.Operations;

/// <summary>
/// Every field of every mutation, as the schema itself lists them, with what nobody should send: too long, of the wrong kind, out of range,
/// or made to mean something elsewhere. Each is refused with the field's name or by the document's types, and v6 is asked nothing.
/// </summary>
public sealed class HostileInputTests : IAsyncLifetime
{
    private const string Introspection = """
        {
          __schema {
            mutationType { fields { name args { type { name kind ofType { name kind } } } } }
            types { name inputFields { name type { kind name ofType { kind name ofType { kind name } } } } }
          }
        }
        """;

    private static readonly Dictionary<string, object?> Valid = new()
    {
        ["phone"] = "+85291234567",
        ["customerPhone"] = "+85291234567",
        ["occurrenceStart"] = "2026-12-01T10:00:00+08:00",
        ["occurrenceEnd"] = "2026-12-01T10:30:00+08:00",
        ["serviceId"] = "svc-001",
        ["id"] = "x-1",
        ["eventId"] = "braiding-workshop",
        ["name"] = "Chan",
        ["customerName"] = "Chan",
        ["message"] = "Hello",
        ["code"] = "123456",
        ["answers"] = new { rating = 5 },
        ["token"] = "token",
        ["items"] = new[] { new { productId = "p-1", quantity = 1 } },
    };

    private BffFixture bff = null!;

    public async ValueTask InitializeAsync() =>
        bff = await BffFixture.StartAsync(new BffSetup { Settings = new Dictionary<string, string?> { ["Gateway:Edge:Introspection"] = "true" } });

    public ValueTask DisposeAsync() => bff.DisposeAsync();

    [Fact]
    public async Task No_field_of_any_mutation_takes_what_nobody_should_send()
    {
        var tenant = bff.NewTenant();
        var schema = (await bff.Storefront(tenant).QueryAsync(Introspection)).GetProperty("__schema");
        var types = schema.GetProperty("types").EnumerateArray().Where(type => type.GetProperty("inputFields").ValueKind == JsonValueKind.Array)
            .ToDictionary(type => type.GetProperty("name").GetString()!, type => type.GetProperty("inputFields").EnumerateArray().ToList());
        var tried = 0;
        var accepted = new List<string>();

        foreach (var mutation in schema.GetProperty("mutationType").GetProperty("fields").EnumerateArray())
        {
            var (name, input) = (mutation.GetProperty("name").GetString()!, NamedType(mutation.GetProperty("args")[0].GetProperty("type")).Name);
            var document = $"mutation($input: {input}!) {{ {name}(input: $input) {{ errors {{ __typename ... on ValidationError {{ field }} }} }} }}";
            foreach (var field in types[input])
            {
                foreach (var value in HostileFor(NamedType(field.GetProperty("type"))))
                {
                    tried++;
                    var given = Base(name, types[input]);
                    given[field.GetProperty("name").GetString()!] = value;
                    var reply = await bff.Storefront(tenant).SendAsync(document, new { input = given });
                    accepted.AddRange(IsRefused(reply, name) ? [] : [$"{name}.{field.GetProperty("name")}: {reply.Text}"]);
                }
            }
        }

        tried.ShouldBeGreaterThan(80);
        accepted.ShouldBeEmpty();
        bff.V6.AllCalls(tenant).ShouldBe(0);
    }

    // What is needed besides, so that the one field decides.
    private static Dictionary<string, object?> Base(string mutation, List<JsonElement> fields)
    {
        var given = fields.Where(field => field.GetProperty("type").GetProperty("kind").ValueEquals("NON_NULL")).Select(field => field.GetProperty("name").GetString()!)
            .ToDictionary(name => name, name => Valid[name]);
        if (mutation is "requestOtp" or "verifyOtp")
        {
            given["phone"] = Valid["phone"];
        }

        if (mutation is "claimGift")
        {
            given["offerId"] = "gift-001";
        }

        return given;
    }

    private static IEnumerable<object> HostileFor((string Name, string Kind) type) => type switch
    {
        (_, "ENUM") or ("Boolean", _) => ["x"],
        (_, "INPUT_OBJECT") => ["x"],
        ("Int", _) => [-1, int.MaxValue, "x"],
        ("JSON", _) => [new string('x', 200_000), JsonDocument.Parse(new string('[', 40) + new string(']', 40)).RootElement],
        ("ID", _) => [new string('x', 100_000), "../../x\r\n"],
        _ => [new string('x', 100_000)],
    };

    private static bool IsRefused(StorefrontReply reply, string mutation) =>
        reply.Errors.Count > 0
        || reply.Data.GetProperty(mutation).GetProperty("errors").EnumerateArray().Any(error => error.TryGetProperty("field", out _));

    private static (string Name, string Kind) NamedType(JsonElement type)
    {
        while (type.TryGetProperty("ofType", out var inner) && inner.ValueKind == JsonValueKind.Object)
        {
            type = inner;
        }

        return (type.GetProperty("name").GetString()!, type.GetProperty("kind").GetString()!);
    }
}

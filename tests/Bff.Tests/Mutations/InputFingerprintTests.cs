using System.Text.Json;
using System.Text.Json.Nodes;
using Bff.Gateway.Graph.Mutations;
using CsCheck;

namespace Bff.Tests.Mutations;

public sealed class InputFingerprintTests
{
    private static readonly Gen<(string Name, string? Value)[]> Members =
        Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 1, 8], Gen.OneOf(Gen.String.Select(text => (string?)text), Gen.Const((string?)null)))
            .Array[0, 8]
            .Select(members => members.DistinctBy(member => member.Item1).ToArray());

    [Fact]
    public void The_order_of_fields_does_not_count() =>
        Gen.Select(Members, Gen.Int).Sample((members, seed) => Hash(members) == Hash(members.OrderBy(member => HashCode.Combine(member.Name, seed))));

    [Fact]
    public void An_input_field_of_null_is_one_left_out_and_an_answer_of_null_is_an_answer()
    {
        Hash(new Question("x", null, null)).ShouldBe(InputFingerprint.Of("ask", new ShortQuestion("x", null)));
        Hash([("q1", null)]).ShouldNotBe(Hash([]));
        Hash([("q1", null), ("q2", "a")]).ShouldBe(Hash([("q2", "a"), ("q1", null)]));
    }

    [Fact]
    public void Any_other_value_or_one_field_more_is_another_question() =>
        Gen.Select(Members, Gen.String).Where((members, value) => members.Length > 0 && members[0].Value != value).Sample((members, value) =>
        {
            (string, string?)[] changed = [(members[0].Name, value), .. members[1..]];
            (string, string?)[] more = [.. members, ("one more", value)];
            return Hash(changed) != Hash(members) && Hash(more) != Hash(members);
        });

    [Fact]
    public void An_instant_is_the_same_with_any_offset() =>
        Gen.Select(Gen.DateTimeOffset, Gen.Int[-14, 14]).Where((at, _) => at.Year is > 1 and < 9999).Sample((at, hours) =>
            Hash(new Question("x", at, null)) == Hash(new Question("x", at.ToOffset(TimeSpan.FromHours(hours)), null)));

    [Fact]
    public void The_key_is_no_part_of_the_question_and_the_mutation_is()
    {
        var asked = new Question("x", null, "one");

        Hash(asked with { IdempotencyKey = "two" }).ShouldBe(Hash(asked));
        InputFingerprint.Of("other", asked).ShouldNotBe(Hash(asked));
    }

    private static string Hash(IEnumerable<(string Name, string? Value)> members)
    {
        var json = new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)(member.Value is null ? null : JsonValue.Create(member.Value)))));
        return InputFingerprint.Of("ask", new Answers(JsonSerializer.SerializeToElement(json), null));
    }

    private static string Hash(Question question) => InputFingerprint.Of("ask", question);

    private sealed record Question(string Text, DateTimeOffset? At, string? IdempotencyKey) : IIdempotentInput;

    private sealed record ShortQuestion(string Text, string? IdempotencyKey) : IIdempotentInput;

    private sealed record Answers(JsonElement Given, string? IdempotencyKey) : IIdempotentInput;
}

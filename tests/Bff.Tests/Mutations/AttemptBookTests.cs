using System.Collections.Immutable;
using Bff.Contracts.Keys;
using Bff.Grains.Mutations.Attempts;
using CsCheck;

namespace Bff.Tests.Mutations;

/// <summary>What of two tries for the same thing can be told apart.</summary>
public sealed class AttemptBookTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Reach = TimeSpan.FromMinutes(2);
    private static readonly Guid[] Ids = [.. Enumerable.Range(0, 4).Select(_ => Guid.NewGuid())];

    [Fact]
    public void What_a_look_shows_is_of_the_only_try_that_can_have_made_it() =>
        Claim(Book(Try(0)), 0, "a").ShouldBe(["a"]);

    [Fact]
    public void What_another_try_has_made_or_what_was_there_before_is_not_given()
    {
        Claim(Book(Try(0) with { Made = ["a"] }, Try(1)), 1, "a").ShouldBeEmpty();
        Claim(Book(Try(1) with { Before = ["a"] }), 1, "a").ShouldBeEmpty();
        Claim(Book(Try(0) with { Made = ["a"] }, Try(1)), 1, "a", "b").ShouldBe(["b"]);
    }

    [Fact]
    public void Beside_a_try_of_which_nobody_knows_the_outcome_nothing_is_given()
    {
        Claim(Book(Try(0), Try(1)), 1, "a").ShouldBeEmpty();
        Claim(Book(Try(0) with { Quantity = 3, Made = ["x"] }, Try(1)), 1, "a").ShouldBeEmpty();
        Claim(Book(Try(0, "gift/*"), Try(1, "gift/1")), 1, "a").ShouldBeEmpty();
        Claim(Book(Try(0, "gift/2"), Try(1, "gift/1")), 1, "a").ShouldBe(["a"]);
    }

    [Fact]
    public void A_try_long_ago_is_no_rival() =>
        Claim(Book(Try(0) with { BegunAt = Noon - Reach - TimeSpan.FromSeconds(1) }, Try(1)), 1, "a").ShouldBe(["a"]);

    [Fact]
    public void More_than_was_asked_for_is_not_given()
    {
        Claim(Book(Try(0)), 0, "a", "b").ShouldBeEmpty();
        Claim(Book(Try(0) with { Quantity = 2 }), 0, "a", "b").ShouldBe(["a", "b"]);
    }

    [Fact]
    public void A_try_that_is_not_known_is_given_nothing() => Claim(Book(), 0, "a").ShouldBeEmpty();

    [Fact]
    public void Lines_of_an_order_count_and_their_order_does_not()
    {
        (EntityId? Product, EntityId? Variant, int Quantity) one = (EntityId.Parse("1"), null, 2), other = (EntityId.Parse("1"), EntityId.Parse("7"), 1);

        AttemptSubject.Order([one, other]).ShouldBe(AttemptSubject.Order([other, one]));
        AttemptSubject.Order([one]).ShouldNotBe(AttemptSubject.Order([one, one]));
        AttemptSubject.Order([other]).ShouldNotBe(AttemptSubject.Order([(null, EntityId.Parse("1"), 1)]));
    }

    [Fact]
    public void A_full_book_forgets_what_it_knows_all_about_first()
    {
        var book = Book([.. Enumerable.Range(0, 150).Select(i => Try(0) with { Id = Guid.NewGuid(), Made = i == 0 ? [] : [$"{i}"] })]);

        var kept = book.Since(Noon - TimeSpan.FromDays(1));

        kept.All.Length.ShouldBe(100);
        kept.All[0].Made.ShouldBeEmpty();
        kept.All[^1].Made.ShouldBe(["149"]);
        book.Since(Noon.AddSeconds(1)).All.ShouldBeEmpty();
    }

    // Four tries for the same thing; v6 shows any of what the first two, which have an answer, and anybody else have made.
    [Fact]
    public void No_id_is_ever_given_to_two_tries() =>
        Gen.Select(Gen.Int[0, 3].Array[1, 12], Gen.Int[0, 5].Array[0, 4].Array[12], Gen.Bool.Array[4]).Sample((claims, shown, answered) =>
        {
            var book = new AttemptBook([.. Enumerable.Range(0, 4).Select(i => Try(i) with { Made = answered[i] ? [$"{i}"] : [] })]);
            var given = new Dictionary<string, Guid>();
            foreach (var (who, at) in claims.Select((who, at) => (who, at)))
            {
                (book, var own) = book.Claim(new AttemptClaim(Ids[who], [.. shown[at].Distinct().Select(id => $"{id}")]), Reach);
                if (own.Any(id => given.TryGetValue(id, out var other) && other != Ids[who]))
                {
                    return false;
                }

                own.ToList().ForEach(id => given[id] = Ids[who]);
            }

            return book.All.SelectMany(one => one.Made).Distinct().Count() == book.All.Sum(one => one.Made.Length);
        });

    private static CustomerAttempt Try(int number, string subject = "booking/1/1") => new(Ids[number], subject, 1, Noon, []);

    private static AttemptBook Book(params CustomerAttempt[] attempts) => new([.. attempts]);

    private static ImmutableArray<string> Claim(AttemptBook book, int number, params string[] shown) => book.Claim(new AttemptClaim(Ids[number], [.. shown]), Reach).Own;
}

using Bff.Caching;
using Bff.Contracts.Changes;
using CsCheck;

namespace Bff.Tests.Caching;

public sealed class CacheKeyTests
{
    private static readonly CacheArea Products = CacheArea.Parse("shop.products");

    private static readonly Gen<(CacheArg Arg, object? Meant)> Args = Gen.OneOf(
        Gen.Int[0, 3].Select(n => ((CacheArg)(long)n, (object?)n)),
        Gen.OneOf("", "#", "0", "1", "a", "-").Select(text => ((CacheArg)text, (object?)text)),
        Gen.Const(((CacheArg)(string?)null, (object?)null)));

    [Fact]
    public void Two_questions_share_a_key_exactly_when_every_argument_is_the_same() =>
        Gen.Select(Args.Array[4], Args.Array[4], Gen.Bool, Gen.Bool).Sample((a, b, listA, listB) =>
        {
            var (left, right) = (KeyOf(a, listA), KeyOf(b, listB));
            var same = listA == listB && a.Select(arg => arg.Meant).SequenceEqual(b.Select(arg => arg.Meant));

            return left.Equals(right) == same && (!same || left.GetHashCode() == right.GetHashCode());
        });

    [Fact]
    public void A_tag_is_no_part_of_the_question() =>
        CacheKey.One(Products, "mug").Tagged(new CacheTag(Products, "42")).ShouldBe(CacheKey.One(Products, "mug"));

    [Theory]
    [InlineData("")]
    [InlineData("Shop")]
    [InlineData("shop products")]
    [InlineData("shop:products")]
    [InlineData("a-name-that-is-much-too-long-for-a-metric")]
    public void What_could_not_be_a_metrics_tag_is_no_area(string name) => CacheArea.TryParse(name, out _).ShouldBeFalse();

    private static CacheKey KeyOf((CacheArg Arg, object? Meant)[] args, bool list) => list
        ? CacheKey.List(Products, args[0].Arg, args[1].Arg, args[2].Arg, args[3].Arg)
        : CacheKey.One(Products, args[0].Arg, args[1].Arg, args[2].Arg, args[3].Arg);
}

using Bff.Contracts.Answers;

namespace Bff.Tests.Caching;

internal static class ItemAnswers
{
    public static void ShouldBeOf(this Answer<Item> answer, int number, bool isStale) =>
        (answer.Value?.Number, answer.IsStale).ShouldBe((number, isStale));
}

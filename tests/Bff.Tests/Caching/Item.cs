using Bff.Contracts.Answers;

namespace Bff.Tests.Caching;

/// <summary>A value that knows which fetch brought it.</summary>
public sealed record Item(int Number)
{
    internal static Fetched<Item> Found(int number) => Fetched<Item>.Found(new Item(number));

    internal static Fetched<Item> Down() => Fetched<Item>.Failed(new Failure(ErrorCodes.UpstreamUnavailable, Retryable: true));
}

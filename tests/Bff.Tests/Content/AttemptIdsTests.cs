using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Gateway.Graph.Mutations;

namespace Bff.Tests.Content;

public sealed class AttemptIdsTests
{
    private static readonly Caller Guest = Caller.Anonymous(TenantId.Parse("t1"));

    [Fact]
    public void The_same_attempt_has_the_same_name_shaped_like_a_random_UUID()
    {
        var name = AttemptIds.For(Guest, "key", "op", "a", 1, null);

        AttemptIds.For(Guest, "key", "op", "a", 1, null).ShouldBe(name);
        name.Version.ShouldBe(4);
    }

    [Fact]
    public void Any_difference_makes_another_name()
    {
        Caller other = Caller.Anonymous(TenantId.Parse("t2"));
        Caller member = Caller.Of(new CustomerKey(TenantId.Parse("t1"), EntityId.Parse("m1")), new SessionCredential(SessionKey.Of("x")));
        Guid[] names =
        [
            AttemptIds.For(Guest, "key", "op", "a", "b"),
            AttemptIds.For(Guest, "key", "op", "ab", ""),
            AttemptIds.For(Guest, "key", "op", "a", "b", null),
            AttemptIds.For(Guest, "kez", "op", "a", "b"),
            AttemptIds.For(Guest, "key", "oq", "a", "b"),
            AttemptIds.For(other, "key", "op", "a", "b"),
            AttemptIds.For(member, "key", "op", "a", "b"),
            AttemptIds.For(Guest, null, "op", "a", "b"),
            AttemptIds.For(Guest, null, "op", "a", "b"),
        ];

        names.ShouldBeUnique();
    }
}

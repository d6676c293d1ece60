using Bff.Sandbox.Operations;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Http;

/// <summary>Where the rendered answer to one anonymous GET is kept, and what it must have been made from.</summary>
internal readonly record struct KeptReplies(ReplyCache Cache, ReplyKey Key, Stamp Stamp)
{
    public static KeptReplies? For(Exchange exchange, Tenant tenant)
    {
        var operation = exchange.Operation;
        var anonymous = operation.Access == Access.Public || exchange.Context.Request.Headers.Authorization.Count == 0;
        var (cache, owner) = operation.Keep switch
        {
            Operations.Keep.Dataset => (tenant.Data.Replies, tenant.Data.Name),
            Operations.Keep.Tenant => (tenant.Replies, tenant.Id),
            _ => (null, ""),
        };
        return cache is null || !anonymous
            ? null
            : new KeptReplies(cache, new ReplyKey(owner, exchange.Target.Raw), StampOf(exchange, tenant));
    }

    public byte[]? Find() => Cache.Find(Key, Stamp);

    public void Keep(byte[] body) => Cache.Keep(Key, Stamp, body);

    private static Stamp StampOf(Exchange exchange, Tenant tenant)
    {
        var quirks = exchange.Quirks.Version;
        return exchange.Operation.Keep == Operations.Keep.Dataset
            ? new Stamp(quirks, 0, 0)
            : new Stamp(quirks, tenant.Version, tenant.World.Clock.GetUtcNow().Ticks / TimeSpan.TicksPerMinute);
    }
}

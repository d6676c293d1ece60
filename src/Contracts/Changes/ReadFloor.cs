namespace Bff.Contracts.Changes;

/// <summary>
/// The least version that a read may be answered with. It travels beside the call, in Orleans' request context, so that every read of
/// every owner takes it without saying so.
/// </summary>
public static class ReadFloor
{
    private const string Key = "bff.read-floor";

    /// <summary>What the call that is being answered demands; 0 when it does not.</summary>
    public static long Current => RequestContext.Get(Key) is long floor ? floor : 0;

    /// <summary>Demands it of the calls that this asynchronous method makes from here on.</summary>
    public static void Demand(long floor)
    {
        if (floor > 0)
        {
            RequestContext.Set(Key, floor);
        }
    }
}

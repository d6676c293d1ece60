using System.Collections.Immutable;

namespace Bff.Grains.Mutations.Attempts;

/// <summary>
/// What a customer has tried, and what of it can be told apart.
/// <list type="number">
/// <item>What a try is known to have made is of no other one.</item>
/// <item>What was there before a try is not of it.</item>
/// <item>What is left is of the try, if it is no more than was asked for, and if no other try for the same thing may have made it: none near
/// it in time whose outcome is not known in full.</item>
/// <item>All else cannot be told.</item>
/// </list>
/// </summary>
/// <param name="All">The tries, oldest first.</param>
internal sealed record AttemptBook(ImmutableArray<CustomerAttempt> All)
{
    private const int Most = 100;

    /// <summary>A try begins, or more is known of one.</summary>
    public AttemptBook With(CustomerAttempt attempt)
    {
        var known = Find(attempt.Id);
        return known is null
            ? new(All.Add(attempt))
            : new(All.Replace(known, known with
            {
                Subject = attempt.Subject,
                Before = [.. known.Before.Union(attempt.Before)],
                Made = [.. known.Made.Union(attempt.Made)],
            }));
    }

    /// <summary>A try has made nothing.</summary>
    public AttemptBook Without(Guid attempt) => new(All.RemoveAll(one => one.Id == attempt));

    /// <summary>What is known here and there.</summary>
    public AttemptBook And(IEnumerable<CustomerAttempt> others) => others.Aggregate(this, (book, attempt) => book.With(attempt));

    /// <summary>Only what began after that, and no more than can be kept: those go first of which all is known.</summary>
    public AttemptBook Since(DateTimeOffset oldest)
    {
        var kept = All.Any(one => one.BegunAt < oldest) ? All.RemoveAll(one => one.BegunAt < oldest) : All;
        return kept.Length <= Most ? new(kept) : new(kept.RemoveRange(kept.OrderBy(one => one.MayHaveMadeMore).ThenBy(one => one.BegunAt).Take(kept.Length - Most)));
    }

    /// <summary>The try; null when it is not known.</summary>
    public CustomerAttempt? Find(Guid attempt) => All.FirstOrDefault(one => one.Id == attempt);

    /// <summary>The try, unless another one for the same thing came after it.</summary>
    public CustomerAttempt? FindLatest(Guid attempt) =>
        Find(attempt) is { } own && All.Last(one => one.Subject == own.Subject).Id == own.Id ? own : null;

    /// <summary>Gives a try what is its own.</summary>
    /// <param name="claim">The try, and what it can be.</param>
    /// <param name="reach">Tries further apart than this cannot have made the same thing.</param>
    public (AttemptBook Book, ImmutableArray<string> Own) Claim(AttemptClaim claim, TimeSpan reach)
    {
        if (Find(claim.Attempt) is not { } own)
        {
            return (this, []);
        }

        if (!own.Made.IsEmpty)
        {
            return (this, own.Made);
        }

        // Steps 1 and 2
        var taken = All.SelectMany(one => one.Made).Concat(own.Before).ToHashSet();
        ImmutableArray<string> left = [.. claim.Candidates.Where(id => !taken.Contains(id))];

        // Steps 3 and 4
        return left.IsEmpty || left.Length > own.Quantity || All.Any(MayHaveMadeIt)
            ? (this, [])
            : (new(All.Replace(own, own with { Made = left })), left);

        bool MayHaveMadeIt(CustomerAttempt other) => other.Id != own.Id
            && other.MayHaveMadeMore
            && AttemptSubject.Meets(other.Subject, own.Subject)
            && (other.BegunAt - own.BegunAt).Duration() <= reach;
    }
}

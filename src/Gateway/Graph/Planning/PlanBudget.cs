using Bff.Contracts.Answers;
using Bff.Gateway.Graph.Errors;

namespace Bff.Gateway.Graph.Planning;

/// <summary>
/// Counts the fields of an expanded operation. Fragments in fragments can make exponentially many of them out of a short
/// document, so everything that walks the expansion draws on one budget and stops when it is spent.
/// </summary>
internal sealed class PlanBudget(int maxFields, int maxDepth)
{
    /// <summary>Fields that were drawn so far.</summary>
    public int Fields { get; private set; }

    public void Draw(int depth)
    {
        if (++Fields > maxFields)
        {
            throw new LimitError($"More than {maxFields} fields after fragments are expanded.");
        }

        if (depth > maxDepth)
        {
            throw new LimitError($"Fields nest more than {maxDepth} levels deep.");
        }
    }
}

/// <summary>A limit of the document is exceeded; the message says which and how far it goes.</summary>
internal sealed class LimitError(string which) : FailureError(new Failure(ErrorCodes.LimitExceeded), which);

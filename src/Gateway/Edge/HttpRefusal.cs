using Bff.Contracts.Answers;
using Bff.Gateway.Graph.Errors;

namespace Bff.Gateway.Edge;

/// <summary>A request that is refused at the door, with the status that it gets in every media type.</summary>
internal sealed class HttpRefusal(Failure failure, int status) : FailureError(failure)
{
    public HttpRefusal(string code, int status)
        : this(new Failure(code), status)
    {
    }

    public int Status { get; } = status;

    public static HttpRefusal BadRequest() => new(ErrorCodes.BadRequest, StatusCodes.Status400BadRequest);
}

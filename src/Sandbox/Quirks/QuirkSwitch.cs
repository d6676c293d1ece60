namespace Bff.Sandbox.Quirks;

/// <summary>
/// Which rows of the notes' table of variations (V1–V45) are on. With a row on, requests are also accepted, and answers are
/// sent, as that row's "also seen" column has them.
/// </summary>
internal sealed class QuirkSwitch
{
    private volatile QuirkSet _current = QuirkSet.Contract;

    public QuirkSet Current => _current;

    public void Set(QuirkSet quirks) => _current = quirks;
}

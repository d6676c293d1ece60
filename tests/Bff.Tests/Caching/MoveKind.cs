namespace Bff.Tests.Caching;

internal enum MoveKind
{
    Get,
    FencedGet,
    Leave,
    Find,
    Miss,
    Fail,
    Throw,
    Tick,
    Drop,
    Expire,
    Replace,
}

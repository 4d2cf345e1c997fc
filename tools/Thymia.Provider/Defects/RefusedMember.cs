using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects;

/// <summary>One member of an enumeration that is refused though the contract lists it.</summary>
internal abstract class RefusedMember(string name, string path, string member)
    : RefusedInput(name, path, $"{member} is refused.")
{
    private readonly string _path = path;

    protected override bool Refuses(CallRequest request) => request.TextAt(_path) == member;
}

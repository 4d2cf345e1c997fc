using System.Formats.Tar;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Files;

/// <summary>
/// What stands where something is to be written. Only a regular file is replaced: a device or a pipe is written to, and
/// a symbolic link is refused, since it may lead to what somebody else would miss.
/// </summary>
public static class OutputPlace
{
    private const string Devices = "/dev/";

    // The type of an entry stands there in every format of tar.
    private const int TypeOffset = 156;

    // EAGAIN of Linux and of macOS, and Windows' sharing and locking violations.
    private static readonly int[] Locked = [11, 35, 32, 33];

    // ENOSPC and EDQUOT of Linux, EDQUOT of macOS, and Windows' ERROR_DISK_FULL.
    private static readonly int[] Full = [28, 122, 69, 112];

    /// <summary>Whether a device or a pipe stands there, or a link to one: nothing is written beside it.</summary>
    public static bool IsDevice(string path) => KindOf(path) is TarEntryType.CharacterDevice or TarEntryType.Fifo;

    /// <summary>
    /// Refuses a symbolic link, and a pipe where only a file will do. A device takes what a file would.
    /// </summary>
    /// <exception cref="UnusableInputException">One stands there.</exception>
    public static void DemandFile(string path, bool orPipe = false)
    {
        var kind = KindOf(path);
        if (kind == TarEntryType.SymbolicLink)
        {
            throw new UnusableInputException(
                "output-is-link",
                $"cannot be written: it is a symbolic link, to {SafeText.Of(new FileInfo(path).LinkTarget!)}",
                path,
                "name the file itself, or take the link away"
            );
        }

        if (kind == TarEntryType.Fifo && !orPipe)
        {
            throw new UnusableInputException(
                "output-is-pipe",
                "cannot be written: a pipe stands where a file should",
                path,
                "take it away, or choose another place"
            );
        }
    }

    /// <summary>A new file; what stood there, be it a link, goes and is not written through.</summary>
    /// <param name="owned">Whether its owner alone may read it, rather than whom the umask lets.</param>
    public static FileStream Create(string path, bool owned = false)
    {
        File.Delete(path);
        return new FileStream(path, Options(FileMode.CreateNew, FileAccess.Write, owned));
    }

    /// <summary>How a file is opened that nobody else writes to.</summary>
    public static FileStreamOptions Options(FileMode mode, FileAccess access, bool owned)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = access,
            Share = FileShare.None,
        };
        if (owned && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    /// <summary>
    /// What is wrong, as it follows the words "cannot be written"; null where the cause does not say.
    /// </summary>
    public static string? Problem(Exception cause) =>
        cause switch
        {
            UnauthorizedAccessException => "access is denied",
            PathTooLongException => "the path is too long",
            DirectoryNotFoundException => "there is no such folder",
            IOException e when Full.Contains(e.HResult & 0xFFFF) => "the disk is full",
            IOException e when Locked.Contains(e.HResult & 0xFFFF) => "another program is using it",
            _ => null,
        };

    // What a link leads to counts only where that is a device, which nobody can lose.
    private static TarEntryType KindOf(string path)
    {
        var whole = Path.GetFullPath(path);
        if (OperatingSystem.IsWindows())
        {
            return new FileInfo(whole).LinkTarget is null ? TarEntryType.RegularFile : TarEntryType.SymbolicLink;
        }

        if (whole.StartsWith(Devices, StringComparison.Ordinal) && File.Exists(whole))
        {
            return TarEntryType.CharacterDevice;
        }

        if (new FileInfo(whole).LinkTarget is null)
        {
            return File.Exists(whole) ? KindOfFile(whole) : TarEntryType.RegularFile;
        }

        return File.Exists(whole) && Target(whole) is { } target && target.StartsWith(Devices, StringComparison.Ordinal)
            ? TarEntryType.CharacterDevice
            : TarEntryType.SymbolicLink;
    }

    private static string? Target(string link)
    {
        try
        {
            return File.ResolveLinkTarget(link, returnFinalTarget: true)?.FullName;
        }
        catch (IOException)
        {
            return null;
        }
    }

    // .NET says of a file what it is only when it puts it into an archive. What is no file has no length, so
    // that nothing but its name is put there.
    private static TarEntryType KindOfFile(string path)
    {
        if (new FileInfo(path).Length > 0)
        {
            return TarEntryType.RegularFile;
        }

        try
        {
            using var header = new MemoryStream();
            using (var archive = new TarWriter(header, TarEntryFormat.Ustar, leaveOpen: true))
            {
                archive.WriteEntry(path, "x");
            }

            return (TarEntryType)header.GetBuffer()[TypeOffset] switch
            {
                TarEntryType.BlockDevice => TarEntryType.CharacterDevice,
                var type => type,
            };
        }
        catch (UnauthorizedAccessException)
        {
            // Only a file is opened for that.
            return TarEntryType.RegularFile;
        }
        catch (IOException)
        {
            // A socket, or a file that another program keeps to itself.
            return TarEntryType.RegularFile;
        }
    }
}

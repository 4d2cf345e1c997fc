using Thymia.Conformance.Files;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>
/// The files of one consumer and provider in a folder. Each is written elsewhere, read back, and moved to its place
/// only then; so a reader sees the old file or the new one, whole.
/// </summary>
internal sealed class PactFolder(string folder, PactNames names, IPactWriter writer)
{
    /// <summary>In our metadata: the file is of a part of a run.</summary>
    public const string PartMark = "part";

    /// <summary>Whether what is written is of a part of a run; false by default.</summary>
    public bool IsPart { get; init; }

    public IReadOnlyList<PactFile> Write(IReadOnlyList<Interaction> interactions, CancellationToken cancellation)
    {
        var aside = Path.Combine(folder, $".writing-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(folder);
            var files = new List<PactFile>();
            foreach (var (name, part) in PactParts.Of(names.FileStem, interactions))
            {
                cancellation.ThrowIfCancellationRequested();
                Empty(aside);
                var written = writer.Write(aside, names, part[0].PactKey, part);
                WrittenPact.Demand(written, names, part);
                if (IsPart)
                {
                    Mark(written);
                }

                var file = Path.GetFullPath(Path.Combine(folder, name));
                OutputPlace.DemandFile(file);
                File.Move(written, file, overwrite: true);
                files.Add(new PactFile(file, part.Count, part[0].PactKey));
            }

            RemoveOthers(files);
            return files;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException(
                "pact-folder-not-writable",
                $"no pact can be written here ({e.Message.TrimEnd('.')})",
                folder,
                "name another with --dir",
                e
            );
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }
    }

    private static void Mark(string file)
    {
        var pact = PactText.Read(file);
        pact["metadata"]![CorePactWriter.MetadataSpace]![PartMark] = true;
        PactText.Write(file, pact);
    }

    private static void Empty(string aside)
    {
        // A link goes, and what it leads to stays.
        if (new FileInfo(aside).LinkTarget is not null)
        {
            File.Delete(aside);
        }
        else if (Directory.Exists(aside))
        {
            Directory.Delete(aside, recursive: true);
        }

        Directory.CreateDirectory(aside);
    }

    // A part that no longer exists would go on being published.
    private void RemoveOthers(List<PactFile> files)
    {
        foreach (var file in Directory.EnumerateFiles(folder, names.FileStem + "*.json").Select(Path.GetFullPath))
        {
            if (!files.Exists(f => f.File == file) && IsOurs(file))
            {
                File.Delete(file);
            }
        }
    }

    private bool IsOurs(string file)
    {
        try
        {
            var content = PactContent.Read(file);
            return content.IsRecorded && content.Consumer == names.Consumer && content.Provider == names.Provider;
        }
        catch (UnusableInputException)
        {
            return false;
        }
    }
}

using System.ComponentModel;
using System.Diagnostics;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Pacts;

/// <summary>
/// Which commit of which branch the working folder is, as CI's variables say it or else as git does.
/// </summary>
/// <param name="Commit">Null where neither knows.</param>
/// <param name="Branch">Null where the commit is of no branch, as when a tag is built.</param>
/// <param name="BuildUrl">The page of CI's build; null elsewhere.</param>
internal sealed record CodeVersion(string? Commit, string? Branch, string? BuildUrl)
{
    private const string Heads = "refs/heads/";

    public static CodeVersion Of(Terminal terminal)
    {
        var ci = OfVariables(terminal.Environment);
        return ci.Commit is not null ? ci : OfGit(terminal.Folder) with { BuildUrl = ci.BuildUrl };
    }

    /// <exception cref="UnusableInputException">None is known.</exception>
    public string DemandCommit(string option) =>
        Commit
        ?? throw new UnusableInputException(
            "version-missing",
            "no version is given, and neither CI's variables nor git know one",
            option,
            "give one, such as the commit's hash"
        );

    /// <summary>As GitHub, GitLab, Azure and Jenkins say it. A pull request is of the branch it comes from.</summary>
    public static CodeVersion OfVariables(IReadOnlyDictionary<string, string> variables)
    {
        string? Get(string name) => variables.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;
        if (Get("GITHUB_ACTIONS") is not null)
        {
            var branch = Get("GITHUB_HEAD_REF") ?? (Get("GITHUB_REF_TYPE") == "tag" ? null : Get("GITHUB_REF_NAME"));
            return new CodeVersion(
                Get("GITHUB_SHA"),
                branch,
                Get("GITHUB_RUN_ID") is { } run
                    ? $"{Get("GITHUB_SERVER_URL")}/{Get("GITHUB_REPOSITORY")}/actions/runs/{run}"
                    : null
            );
        }

        if (Get("GITLAB_CI") is not null)
        {
            return new CodeVersion(
                Get("CI_COMMIT_SHA"),
                Get("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME") ?? Get("CI_COMMIT_BRANCH"),
                Get("CI_PIPELINE_URL")
            );
        }

        if (Get("TF_BUILD") is not null)
        {
            var source = Get("SYSTEM_PULLREQUEST_SOURCEBRANCH") ?? Get("BUILD_SOURCEBRANCH");
            return new CodeVersion(
                Get("BUILD_SOURCEVERSION"),
                source?.StartsWith(Heads, StringComparison.Ordinal) == true ? source[Heads.Length..] : null,
                Get("BUILD_BUILDID") is { } build
                    ? $"{Get("SYSTEM_COLLECTIONURI")}{Uri.EscapeDataString(Get("SYSTEM_TEAMPROJECT") ?? "")}"
                        + $"/_build/results?buildId={build}"
                    : null
            );
        }

        return Get("JENKINS_URL") is null
            ? new CodeVersion(null, null, null)
            : new CodeVersion(
                Get("GIT_COMMIT"),
                Get("CHANGE_BRANCH") ?? Get("BRANCH_NAME") ?? WithoutRemote(Get("GIT_BRANCH")),
                Get("BUILD_URL")
            );
    }

    private static CodeVersion OfGit(string folder) =>
        new(Git(folder, "rev-parse", "HEAD"), Git(folder, "symbolic-ref", "--short", "-q", "HEAD"), null);

    private static string? WithoutRemote(string? branch) =>
        branch?.StartsWith("origin/", StringComparison.Ordinal) == true ? branch["origin/".Length..] : branch;

    private static string? Git(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            using var git = Process.Start(start)!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var line = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 && line.Length > 0 ? line : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

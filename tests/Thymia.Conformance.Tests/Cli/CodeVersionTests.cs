using System.Diagnostics;
using Thymia.Conformance.Cli.Pacts;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Tests.Configuration;

namespace Thymia.Conformance.Tests.Cli;

public sealed class CodeVersionTests
{
    [Theory]
    [InlineData(
        "GITHUB_ACTIONS=true GITHUB_SHA=abc GITHUB_REF_NAME=main GITHUB_REF_TYPE=branch "
            + "GITHUB_SERVER_URL=https://github.test GITHUB_REPOSITORY=shop/web GITHUB_RUN_ID=7",
        "abc",
        "main",
        "https://github.test/shop/web/actions/runs/7"
    )]
    [InlineData(
        "GITHUB_ACTIONS=true GITHUB_SHA=abc GITHUB_REF_NAME=12/merge GITHUB_HEAD_REF=feature",
        "abc",
        "feature",
        null
    )]
    [InlineData("GITHUB_ACTIONS=true GITHUB_SHA=abc GITHUB_REF_NAME=v1.0 GITHUB_REF_TYPE=tag", "abc", null, null)]
    [InlineData(
        "GITLAB_CI=true CI_COMMIT_SHA=abc CI_COMMIT_BRANCH=main CI_PIPELINE_URL=https://gitlab.test/7",
        "abc",
        "main",
        "https://gitlab.test/7"
    )]
    [InlineData("GITLAB_CI=true CI_COMMIT_SHA=abc CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=feature", "abc", "feature", null)]
    [InlineData(
        "TF_BUILD=True BUILD_SOURCEVERSION=abc BUILD_SOURCEBRANCH=refs/heads/team/main "
            + "SYSTEM_COLLECTIONURI=https://azure.test/o/ SYSTEM_TEAMPROJECT=shop BUILD_BUILDID=7",
        "abc",
        "team/main",
        "https://azure.test/o/shop/_build/results?buildId=7"
    )]
    [InlineData(
        "TF_BUILD=True BUILD_SOURCEVERSION=abc BUILD_SOURCEBRANCH=refs/pull/1/merge "
            + "SYSTEM_PULLREQUEST_SOURCEBRANCH=refs/heads/feature",
        "abc",
        "feature",
        null
    )]
    [InlineData(
        "JENKINS_URL=https://jenkins.test/ GIT_COMMIT=abc GIT_BRANCH=origin/main BUILD_URL=https://jenkins.test/7",
        "abc",
        "main",
        "https://jenkins.test/7"
    )]
    [InlineData(
        "JENKINS_URL=https://jenkins.test/ GIT_COMMIT=abc BRANCH_NAME=PR-1 CHANGE_BRANCH=feature",
        "abc",
        "feature",
        null
    )]
    [InlineData("HOME=/home/sam", null, null, null)]
    public void Is_read_from_the_variables_of_CI(string variables, string? commit, string? branch, string? build)
    {
        var all = variables.Split(' ').Select(v => v.Split('=', 2)).ToDictionary(v => v[0], v => v[1]);

        Assert.Equal(new CodeVersion(commit, branch, build), CodeVersion.OfVariables(all));
    }

    [Fact]
    public void Is_gits_elsewhere_and_nothing_without_git()
    {
        using var folder = new TemporaryFolder();
        var terminal = new Terminal
        {
            Out = TextWriter.Null,
            Error = TextWriter.Null,
            OpenOut = () => Stream.Null,
            Environment = new Dictionary<string, string>(),
            Folder = folder.Path,
        };
        Assert.Equal(new CodeVersion(null, null, null), CodeVersion.Of(terminal));

        Git(folder.Path, "init", "--quiet", "--initial-branch", "feature/one");
        Git(
            folder.Path,
            "-c",
            "user.name=Sam",
            "-c",
            "user.email=sam@example.com",
            "commit",
            "--quiet",
            "--allow-empty",
            "--no-gpg-sign",
            "-m",
            "begin"
        );
        var attached = CodeVersion.Of(terminal);
        Assert.Equal(40, attached.Commit!.Length);
        Assert.Equal("feature/one", attached.Branch);

        Git(folder.Path, "checkout", "--quiet", "--detach");
        Assert.Equal(attached with { Branch = null }, CodeVersion.Of(terminal));
    }

    private static void Git(string folder, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}

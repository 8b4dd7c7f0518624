namespace AsyncWeave.Report.Ci;

/// <summary>Tells the build server by the variables that it sets.</summary>
public static class CiDetection
{
    public static CiSystem Of(Func<string, string?> variable)
    {
        if (variable("GITHUB_ACTIONS") == "true")
            return CiSystem.GitHub;
        if (string.Equals(variable("TF_BUILD"), "true", StringComparison.OrdinalIgnoreCase))
            return CiSystem.AzureDevOps;
        if (variable("GITLAB_CI") == "true")
            return CiSystem.GitLab;
        return variable("TEAMCITY_VERSION") is { Length: > 0 } ? CiSystem.TeamCity : CiSystem.None;
    }
}

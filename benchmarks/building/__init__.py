"""The benchmark of builds: a site of any size by this generator and by other site builders."""
